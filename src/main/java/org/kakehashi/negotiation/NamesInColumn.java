package org.kakehashi.negotiation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps a few values of an enumeration in one column, such as {@code MAKE,SELL}. */
abstract class NamesInColumn<E extends Enum<E>> implements AttributeConverter<Set<E>, String> {

    /** The granted acts. */
    @Converter
    static class Acts extends NamesInColumn<Act> {
        Acts() {
            super(Act.class);
        }
    }

    @Converter
    static class Clauses extends NamesInColumn<Clause> {
        Clauses() {
            super(Clause.class);
        }
    }

    private final Class<E> type;

    private NamesInColumn(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Set<E> values) {
        return values == null ? null : values.stream().sorted().map(E::name).collect(Collectors.joining(","));
    }

    @Override
    public @Nullable Set<E> convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return null;
        }
        return Arrays.stream(column.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
