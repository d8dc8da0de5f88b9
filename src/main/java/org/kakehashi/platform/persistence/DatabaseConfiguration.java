package org.kakehashi.platform.persistence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that is given, or else one of the application's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("kakehashi.db.url")
    static class Given {

        @Bean
        JdbcConnectionDetails databaseConnection(DatabaseSettings database) {
            return new Connection(database.url(), database.username(), database.password());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "kakehashi.db.url", matchIfMissing = true, havingValue = "none")
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(@Value("${kakehashi.data.folder}") Path folder) {
            return new EmbeddedDatabase(folder.resolve("postgresql"));
        }

        @Bean
        JdbcConnectionDetails databaseConnection(EmbeddedDatabase database) {
            return new Connection(database.url(), "postgres", "");
        }
    }

    private record Connection(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getJdbcUrl() {
            return url;
        }

        @Override
        public @Nullable String getUsername() {
            return username;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }
    }
}
