package org.kakehashi.platform.persistence;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is. Without a URL the application starts a PostgreSQL of its own.
 *
 * @param url JDBC address of a PostgreSQL 14 or newer, {@code KAKEHASHI_DB_URL}
 * @param username {@code KAKEHASHI_DB_USERNAME}
 * @param password {@code KAKEHASHI_DB_PASSWORD}
 */
@ConfigurationProperties("kakehashi.db")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {}
