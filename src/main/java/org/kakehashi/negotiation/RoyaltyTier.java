package org.kakehashi.negotiation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Another royalty for what is sold beyond an amount.
 *
 * @param fromSalesYen net sales of a year from which on the rate holds, for the part above only
 * @param percent of the net sales above
 */
public record RoyaltyTier(BigDecimal fromSalesYen, BigDecimal percent) {

    /**
     * Net sales that one rate holds for.
     *
     * @param percent of the sales
     */
    public record Slice(BigDecimal sales, BigDecimal percent) {

        /** Exact: nothing is rounded yet. */
        public BigDecimal royalty() {
            return sales.multiply(percent).movePointLeft(2);
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Cuts a year's net sales where the rate changes; slices without sales are left out.
     *
     * @param percent that holds below the lowest tier
     * @param from net sales of the year that are not asked for any more
     * @param to net sales of the year so far
     */
    public static List<Slice> slices(BigDecimal percent, List<RoyaltyTier> tiers, BigDecimal from, BigDecimal to) {
        List<Slice> slices = new ArrayList<>();
        BigDecimal begin = from;
        BigDecimal rate = percent;
        for (RoyaltyTier tier : tiers) {
            BigDecimal end = to.min(tier.fromSalesYen());
            if (end.compareTo(begin) > 0) {
                slices.add(new Slice(end.subtract(begin), rate));
                begin = end;
            }
            rate = tier.percent();
        }
        if (to.compareTo(begin) > 0) {
            slices.add(new Slice(to.subtract(begin), rate));
        }
        return slices;
    }

    /** What is wrong with tiers that stand in this order, in sentences. */
    public static void check(List<RoyaltyTier> tiers, Consumer<String> fault) {
        BigDecimal above = BigDecimal.ZERO;
        for (RoyaltyTier tier : tiers) {
            if (tier.fromSalesYen() == null || tier.percent() == null) {
                fault.accept("Give each royalty tier an amount of sales and a rate.");
                return;
            }
            if (tier.fromSalesYen().compareTo(above) <= 0) {
                fault.accept("Order the royalty tiers by their amount of sales, each above the one before.");
            }
            if (tier.percent().signum() < 0 || tier.percent().compareTo(HUNDRED) > 0) {
                fault.accept("The rate of each royalty tier lies between 0 and 100 %.");
            }
            above = tier.fromSalesYen();
        }
    }

    String described() {
        return String.format(
                Locale.ROOT,
                "%s %% above JPY %,.0f",
                percent.stripTrailingZeros().toPlainString(),
                fromSalesYen);
    }

    /** Keeps the tiers in one column, such as {@code 100000000:3;500000000:2.5}. */
    @Converter
    public static class Column implements AttributeConverter<List<RoyaltyTier>, String> {

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
