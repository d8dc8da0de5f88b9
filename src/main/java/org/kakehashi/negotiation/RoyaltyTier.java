package org.kakehashi.negotiation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Another royalty for what is sold beyond an amount.
 *
 * @param fromSalesYen net sales of a year from which on the rate holds, for the part above only
 * @param percent of the net sales above
 */
public record RoyaltyTier(BigDecimal fromSalesYen, BigDecimal percent) {

    String described() {
        return String.format(
                Locale.ROOT,
                "%s %% above JPY %,.0f",
                percent.stripTrailingZeros().toPlainString(),
                fromSalesYen);
    }

    /** Keeps the tiers in one column, such as {@code 100000000:3;500000000:2.5}. */
    @Converter
    static class Column implements AttributeConverter<List<RoyaltyTier>, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable List<RoyaltyTier> tiers) {
            return tiers == null
                    ? null
                    : tiers.stream()
                            .map(tier -> tier.fromSalesYen.toPlainString() + ":" + tier.percent.toPlainString())
                            .collect(Collectors.joining(";"));
        }

        @Override
        public @Nullable List<RoyaltyTier> convertToEntityAttribute(@Nullable String column) {
            return column == null
                    ? null
                    : Arrays.stream(column.split(";"))
                            .filter(tier -> !tier.isEmpty())
                            .map(tier -> tier.split(":", 2))
                            .map(parts -> new RoyaltyTier(new BigDecimal(parts[0]), new BigDecimal(parts[1])))
                            .toList();
        }
    }
}
