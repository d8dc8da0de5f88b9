package org.kakehashi.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;

/** The application dies in the middle of its work, with its own PostgreSQL left behind, and comes back. */
@Execution(ExecutionMode.CONCURRENT)
class KillStoryTest {

    private static final int SEEDS = 40;
    private static final int ROWS = 8_000;

    @Test
    void afterAStopAndAKillNothingIsLostOrDoubledAndACutImportSaysSo(@TempDir Path folder) throws Exception {
        String[] arguments = arguments(folder);
        String stopped;
        try (OwnJvm application = OwnJvm.start(arguments)) {
            stopped = beginImport(administrator(application));
            application.stop();
        }
        List<String> accepted;
        String killed;
        try (OwnJvm application = OwnJvm.start(arguments)) {
            RestUser administrator = administrator(application);
            assertThat(administrator.get(stopped).path("failure").asText())
                    .isEqualTo(
                            "The application was stopped. What was taken is kept: resume the import, it goes on there.");
            accepted = enterSeeds(administrator);
            killed = beginImport(administrator);
            application.kill();
        }
        try (OwnJvm application = OwnJvm.start(arguments)) {
            RestUser administrator = administrator(application);
            theImportSaysThatItWasCutAndGoesOnWithoutItsFileBeingSentAgain(administrator, killed);
            everySeedHasItsTransferOnce(administrator, accepted);
            assertThat(count(administrator, "/engine-rest/incident/count")).isZero();
            application.stop();
        }
    }

    private static List<String> enterSeeds(RestUser administrator) {
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
        return IntStream.range(0, SEEDS)
                .mapToObj(i -> administrator
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
                        .asText())
                .toList();
    }

    private static void everySeedHasItsTransferOnce(RestUser administrator, List<String> accepted) {
        assertThat(accepted).hasSize(SEEDS).doesNotHaveDuplicates();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        count(administrator, "/engine-rest/task/count?taskDefinitionKey=Task_CheckRegistration"))
                .isEqualTo(SEEDS));
        for (String seed : accepted) {
            assertThat(count(
                            administrator,
                            "/engine-rest/process-instance/count?processDefinitionKey=technology-transfer&businessKey="
                                    + seed))
                    .as("transfers of %s", seed)
                    .isOne();
        }
    }

    private static void theImportSaysThatItWasCutAndGoesOnWithoutItsFileBeingSentAgain(
            RestUser administrator, String killed) {
        JsonNode cut = administrator.get(killed);
        assertThat(cut.path("state").asText()).isEqualTo("FAILED");
        assertThat(cut.path("failure").asText())
                .isEqualTo("The application or its database ended meanwhile. What was taken is kept: resume the import,"
                        + " it goes on there.");
        assertThat(cut.path("rowsRead").asInt()).isBetween(1, ROWS - 1);

        administrator.post(killed + "/resume", "application/json", new byte[0]);
        await().atMost(Duration.ofMinutes(2)).until(() -> !isRunning(administrator.get(killed)));

        JsonNode whole = administrator.get(killed);
        assertThat(whole.path("state").asText()).isEqualTo("DONE");
        assertThat(whole.path("rowsRead").asInt()).isEqualTo(ROWS);
        assertThat(needs(administrator)).isEqualTo(ROWS);
    }

    /** Begins an import, waits until it is in the middle and answers where it tells its progress. */
    private static String beginImport(RestUser administrator) {
        String rows =
                IntStream.range(0, ROWS).mapToObj(i -> """
                        {"id":"%d","title":"Pump %d","problem":"It leaks.","organisation":"Pumps"}
                        """.formatted(i, i)).collect(Collectors.joining());
        JsonNode job = administrator.post(
                "/api/v1/imports?kind=needs&source=pumps",
                "application/x-ndjson",
                rows.getBytes(StandardCharsets.UTF_8));
        String location = "/api/v1/imports/" + job.path("id").asText();
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> administrator.get(location).path("rowsRead").asInt() > 0);
        assertThat(isRunning(administrator.get(location))).isTrue();
        return location;
    }

    private static boolean isRunning(JsonNode job) {
        return job.path("state").asText().equals("RUNNING");
    }

    private static int needs(RestUser administrator) {
        return administrator.get("/api/v1/needs").path("total").asInt();
    }

    private static String[] arguments(Path folder) {
        return new String[] {
            "--server.port=0",
            "--kakehashi.data.folder=" + folder,
            "--kakehashi.administrator.user=administrator",
            "--kakehashi.administrator.password=" + Staff.PASSWORD
        };
    }

    private static RestUser administrator(OwnJvm application) throws InterruptedException {
        return new RestUser("http://127.0.0.1:" + application.awaitPort(), "administrator");
    }

    private static long count(RestUser administrator, String query) {
        return administrator.get(query).path("count").asLong();
    }
}
