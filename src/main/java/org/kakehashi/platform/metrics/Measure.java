package org.kakehashi.platform.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Something that operators watch, counted in the database.
 *
 * @param name with dots, such as {@code kakehashi.cases}
 * @param unit such as {@code seconds}; none for plain counts
 * @param description in words
 * @param tag what the rows differ by, such as {@code stage}; none where there is one row
 * @param sql one row for each value of the tag with the columns {@code tag} and {@code value}; {@code :now} is the time of the
 *     application's clock
 */
public record Measure(
        String name,
        @Nullable String unit,
        String description,
        @Nullable String tag,
        String sql) {}
