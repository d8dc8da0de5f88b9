package org.kakehashi.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;

/** The application dies in the middle of its jobs, with its own PostgreSQL left behind, and comes back. */
class KillStoryTest {

    private static final int SEEDS = 40;

    @Test
    void afterAKillNoCaseIsLostOrDoubled(@TempDir Path folder) throws Exception {
        String[] arguments = {
            "--server.port=0",
            "--kakehashi.data.folder=" + folder,
            "--kakehashi.administrator.user=administrator",
            "--kakehashi.administrator.password=" + Staff.PASSWORD
        };
        List<String> accepted = new ArrayList<>();
        try (OwnJvm application = OwnJvm.start(arguments)) {
            RestUser administrator = administrator(application);
            administrator.put(
                    "/api/v1/advisers/adviser-17",
                    Map.of(
                            "name", "Adviser 17",
                            "email", "adviser-17@example.jp",
                            "prefecture", "JP-17",
                            "host", "Prefecture 17",
                            "fields", List.of("ELECTRICAL_MACHINERY"),
                            "languages", List.of("ja", "en"),
                            "active", true));
            String owner = administrator
                    .post(
                            "/api/v1/organisations",
                            Map.of("name", "Nomi Institute", "type", "UNIVERSITY", "prefecture", "JP-17"))
                    .path("id")
                    .asText();
            for (int i = 0; i < SEEDS; i++) {
                accepted.add(administrator
                        .post(
                                "/api/v1/seeds",
                                Map.of(
                                        "organisationId",
                                        owner,
                                        "language",
                                        "en",
                                        "title",
                                        "Seed " + i,
                                        "registrationNumber",
                                        "99%05d".formatted(i)))
                        .path("number")
                        .asText());
            }
            application.kill();
        }
        try (OwnJvm application = OwnJvm.start(arguments)) {
            RestUser administrator = administrator(application);
            assertThat(accepted).hasSize(SEEDS).doesNotHaveDuplicates();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(count(
                                    administrator, "/engine-rest/task/count?taskDefinitionKey=Task_CheckRegistration"))
                            .isEqualTo(SEEDS));
            for (String seed : accepted) {
                assertThat(count(
                                administrator,
                                "/engine-rest/process-instance/count?processDefinitionKey=technology-transfer&businessKey="
                                        + seed))
                        .as("transfers of %s", seed)
                        .isOne();
            }
            assertThat(count(administrator, "/engine-rest/incident/count")).isZero();
            application.stop();
        }
    }

    private static RestUser administrator(OwnJvm application) throws InterruptedException {
        return new RestUser("http://127.0.0.1:" + application.awaitPort(), "administrator");
    }

    private static long count(RestUser administrator, String query) {
        return administrator.get(query).path("count").asLong();
    }
}
