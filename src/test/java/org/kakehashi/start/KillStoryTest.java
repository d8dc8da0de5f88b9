package org.kakehashi.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application dies in the middle of its jobs, with its own PostgreSQL left behind, and comes back. */
class KillStoryTest {

    private static final String PASSWORD = "Bridge-of-tests-1";
    private static final int SEEDS = 40;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void afterAKillNoCaseIsLostOrDoubled(@TempDir Path folder) throws Exception {
        String[] arguments = {
            "--server.port=0",
            "--kakehashi.data.folder=" + folder,
            "--kakehashi.administrator.user=administrator",
            "--kakehashi.administrator.password=" + PASSWORD
        };
        List<String> accepted = new ArrayList<>();
        try (OwnJvm application = OwnJvm.start(arguments)) {
            String address = "http://127.0.0.1:" + application.awaitPort();
            engageAdviser(address);
            String owner = post(
                            address + "/api/v1/organisations",
                            "{\"name\":\"Nomi Institute\",\"type\":\"UNIVERSITY\",\"prefecture\":\"JP-17\"}")
                    .path("id")
                    .asText();
            for (int i = 0; i < SEEDS; i++) {
                accepted.add(post(address + "/api/v1/seeds", """
                                {"organisationId":"%s","language":"en","title":"Seed %d","registrationNumber":"99%05d"}
                                """.formatted(owner, i, i))
                        .path("number")
                        .asText());
            }
            application.kill();
        }
        try (OwnJvm application = OwnJvm.start(arguments)) {
            String address = "http://127.0.0.1:" + application.awaitPort();
            assertThat(accepted).hasSize(SEEDS).doesNotHaveDuplicates();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(
                                    count(address, "/engine-rest/task/count?taskDefinitionKey=Task_CheckRegistration"))
                            .isEqualTo(SEEDS));
            for (String seed : accepted) {
                assertThat(count(
                                address,
                                "/engine-rest/process-instance/count?processDefinitionKey=technology-transfer&businessKey="
                                        + seed))
                        .as("transfers of %s", seed)
                        .isOne();
            }
            assertThat(count(address, "/engine-rest/incident/count")).isZero();
            application.stop();
        }
    }

    private void engageAdviser(String address) throws Exception {
        HttpResponse<String> answer = send(request(address + "/api/v1/advisers/adviser-17")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        {"name":"Adviser 17","email":"adviser-17@example.jp","prefecture":"JP-17","host":"Prefecture 17",
                         "fields":["ELECTRICAL_MACHINERY"],"languages":["ja","en"],"active":true}
                        """))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private JsonNode post(String address, String body) throws Exception {
        HttpResponse<String> answer = send(request(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body());
    }

    private long count(String address, String query) throws Exception {
        HttpResponse<String> answer = send(request(address + query).GET().build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("count").asLong();
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("administrator:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
