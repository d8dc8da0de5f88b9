package org.kakehashi.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kakehashi.TestDatabase;

@Execution(ExecutionMode.CONCURRENT)
class StartFailuresStoryTest {

    private static final String NO_PORT = "--server.port=0";

    @Test
    void anUnreachableDatabaseIsSaidInOneSentence() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        failsWith(
                "The database is not reachable",
                NO_PORT,
                "--kakehashi.db.url=jdbc:postgresql://127.0.0.1:" + nobody + "/kakehashi",
                "--kakehashi.db.username=kakehashi",
                "--kakehashi.db.password=x");
    }

    @Test
    void aWrongPasswordIsSaidInOneSentence() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectoryCustomizer(folder -> askForPasswords(folder.toPath()))
                .start()) {
            failsWith(
                    "The database refuses this user name or password",
                    NO_PORT,
                    "--kakehashi.db.url=jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                    "--kakehashi.db.username=stranger",
                    "--kakehashi.db.password=wrong");
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsSaidInOneSentence() throws Exception {
        String url = TestDatabase.fresh();
        Flyway.configure().dataSource(url, "postgres", "").load().migrate();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            connection.createStatement().execute("""
                            INSERT INTO flyway_schema_history
                              (installed_rank, version, description, type, script, checksum, installed_by,
                               execution_time, success)
                            VALUES (9999, '9999', 'from the future', 'SQL', 'V9999__future.sql', 1, 'test', 1, true)
                            """);
        }
        failsWith(
                "The database was written by a newer version of Kakehashi",
                NO_PORT,
                "--kakehashi.db.url=" + url,
                "--kakehashi.db.username=postgres",
                "--kakehashi.db.password=");
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            failsWith(
                    "Port " + taken.getLocalPort() + " was already in use",
                    "--server.port=" + taken.getLocalPort(),
                    "--kakehashi.db.url=" + TestDatabase.fresh(),
                    "--kakehashi.db.username=postgres",
                    "--kakehashi.db.password=");
        }
    }

    private static void failsWith(String sentence, String... arguments) throws Exception {
        try (OwnJvm application = OwnJvm.start(arguments)) {
            assertThat(application.awaitExit()).isNotZero();
            assertThat(application.output()).contains(sentence).doesNotContain("\tat org.");
        }
    }

    private static void askForPasswords(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), """
                    host all postgres 127.0.0.1/32 trust
                    host all postgres ::1/128      trust
                    host all all      127.0.0.1/32 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
