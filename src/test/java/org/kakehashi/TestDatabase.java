package org.kakehashi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One PostgreSQL for all tests of a JVM, and in it a fresh database for each application context. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** With which the signing service {@code inkwell} signs what it tells. */
    public static final String SIGNING_SERVICE_SECRET = "a secret of the tests, known to inkwell alone";

    /** A database and a data folder in which a benchmark leaves its records for the next run. */
    private static final String KEPT = System.getProperty("kakehashi.benchmark.database");

    private static final String FOLDER = System.getProperty("kakehashi.benchmark.folder");

    private static final EmbeddedPostgres SERVER = start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "kakehashi.db.url",
                                KEPT == null ? fresh() : KEPT,
                                "kakehashi.db.username",
                                "postgres",
                                "kakehashi.db.password",
                                "",
                                "kakehashi.data.folder",
                                FOLDER == null ? "target/test-data/" + UUID.randomUUID() : FOLDER,
                                "kakehashi.signing.self-signed",
                                "true",
                                "kakehashi.signing.webhooks.inkwell",
                                SIGNING_SERVICE_SECRET)));
    }

    /** The JDBC address of a new and empty database. */
    public static String fresh() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "400")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
