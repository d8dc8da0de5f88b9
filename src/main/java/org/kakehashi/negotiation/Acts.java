package org.kakehashi.negotiation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the granted acts in one column, such as {@code MAKE,SELL}. */
@Converter
class Acts implements AttributeConverter<Set<Act>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Set<Act> acts) {
        return acts == null ? null : acts.stream().sorted().map(Act::name).collect(Collectors.joining(","));
    }

    @Override
    public @Nullable Set<Act> convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return null;
        }
        return Arrays.stream(column.split(","))
                .filter(name -> !name.isEmpty())
                .map(Act::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }
}
