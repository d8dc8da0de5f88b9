package org.kakehashi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kakehashi.RestUser;

/** What the README promises a newcomer of the first start, of Ctrl-C and of the second start. */
@Execution(ExecutionMode.CONCURRENT)
class DemonstrationStoryTest {

    @Test
    void theFirstStartLoadsDemonstrationDataAndTheSecondFindsItAgain(@TempDir Path folder) throws Exception {
        String[] arguments = {
            "--server.port=0", "--kakehashi.data.folder=" + folder, "--spring.profiles.active=demonstration"
        };
        Map<String, Long> loaded;
        try (OwnJvm application = OwnJvm.start(arguments)) {
            RestUser manager = manager(application);
            assertThat(application.output()).contains("Kakehashi-2026", "registrar", "manager");
            loaded = records(manager);
            assertThat(loaded.get("seeds")).isGreaterThanOrEqualTo(60);
            assertThat(loaded.get("needs")).isGreaterThanOrEqualTo(40);
            assertThat(loaded.get("organisations")).isGreaterThanOrEqualTo(20);
            assertThat(loaded.get("advisers")).isEqualTo(47);
            assertThat(manager.get("/engine-rest/incident/count").path("count").asLong())
                    .isZero();
            application.interrupt();
            assertThat(runningPostgres(folder)).isEmpty();
        }
        try (OwnJvm application = OwnJvm.start(arguments)) {
            assertThat(records(manager(application))).isEqualTo(loaded);
            application.stop();
        }
    }

    private static RestUser manager(OwnJvm application) throws InterruptedException {
        return new RestUser("http://127.0.0.1:" + application.awaitPort(), "manager", "Kakehashi-2026");
    }

    private static Map<String, Long> records(RestUser manager) {
        return Stream.of("seeds", "needs", "organisations", "advisers", "cases")
                .collect(Collectors.toMap(kind -> kind, kind -> manager.get("/api/v1/" + kind + "?size=1")
                        .path("total")
                        .asLong()));
    }

    private static List<Path> runningPostgres(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("postmaster.pid")).toList();
        }
    }
}
