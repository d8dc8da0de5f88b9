package org.kakehashi.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises a newcomer of the first start, of Ctrl-C and of the second start. */
class DemonstrationStoryTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theFirstStartLoadsDemonstrationDataAndTheSecondFindsItAgain(@TempDir Path folder) throws Exception {
        String[] arguments = {
            "--server.port=0", "--kakehashi.data.folder=" + folder, "--spring.profiles.active=demonstration"
        };
        String first;
        try (OwnJvm application = OwnJvm.start(arguments)) {
            String address = "http://127.0.0.1:" + application.awaitPort();
            assertThat(application.output()).contains("Kakehashi-2026", "registrar", "manager");
            assertThat(total(address, "seeds")).isGreaterThanOrEqualTo(60);
            assertThat(total(address, "needs")).isGreaterThanOrEqualTo(40);
            assertThat(total(address, "organisations")).isGreaterThanOrEqualTo(20);
            assertThat(total(address, "advisers")).isEqualTo(47);
            assertThat(body(address + "/engine-rest/incident/count")).isEqualTo("{\"count\":0}");
            first = records(address);
            application.interrupt();
            assertThat(postmaster(folder)).as("PostgreSQL's mark that it runs").isEmpty();
        }
        try (OwnJvm application = OwnJvm.start(arguments)) {
            assertThat(records("http://127.0.0.1:" + application.awaitPort())).isEqualTo(first);
            application.stop();
        }
    }

    private static List<Path> postmaster(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("postmaster.pid")).toList();
        }
    }

    private String records(String address) throws Exception {
        return Stream.of("seeds", "needs", "organisations", "advisers", "cases")
                .map(kind -> kind + " " + total(address, kind))
                .toList()
                .toString();
    }

    private long total(String address, String kind) {
        try {
            return new ObjectMapper()
                    .readTree(body(address + "/api/v1/" + kind + "?size=1"))
                    .path("total")
                    .asLong();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String body(String address) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("manager:Kakehashi-2026"
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
