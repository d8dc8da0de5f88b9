package org.kakehashi.platform.imports;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row over what its record said before: a value that is absent changes nothing.
 *
 * @param before absent where the record is new
 */
public record Revision<C>(Row row, @Nullable C before) {

    public String text(Function<C, String> earlier, String... names) {
        return value(row.text(names), earlier, "");
    }

    /** The language that the row names, or that its text is written in. */
    public String language(Function<C, String> earlier, String text) {
        return value(row.text("language"), earlier, Row.languageOf(text));
    }

    public <T> @Nullable T value(Optional<T> said, Function<C, @Nullable T> earlier) {
        return said.orElse(before == null ? null : earlier.apply(before));
    }

    /** @param otherwise what a new record says where the row says nothing */
    public <T> T value(Optional<T> said, Function<C, T> earlier, T otherwise) {
        return said.orElseGet(() -> before == null ? otherwise : earlier.apply(before));
    }
}
