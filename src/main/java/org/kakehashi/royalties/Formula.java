package org.kakehashi.royalties;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kakehashi.negotiation.RoyaltyTier;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;

/**
 * How a contract's royalties are computed. Exact until the end: an amount is rounded once, on the sum of the contract
 * year, so that a year's periods sum to the same however the year is cut.
 *
 * @param percent of net sales
 * @param tiers other rates for the part of a contract year's net sales above an amount, lowest amount first
 * @param perUnit in the currency, on each unit besides
 * @param minimumAnnual what a contract year brings at least
 * @param lateInterestPercent a year, by days
 */
@Embeddable
public record Formula(
        Currency currency,
        BigDecimal percent,
        @Convert(converter = RoyaltyTier.Column.class) List<RoyaltyTier> tiers,
        BigDecimal perUnit,
        BigDecimal minimumAnnual,
        BigDecimal lateInterestPercent,
        @Enumerated(EnumType.STRING) Rounding rounding) {

    /** What becomes of what is finer than the currency's smallest unit. */
    public enum Rounding {
        DOWN("rounded down", RoundingMode.DOWN),
        HALF_EVEN("rounded to the nearest, half to even", RoundingMode.HALF_EVEN);

        private final String english;
        private final RoundingMode mode;

        Rounding(String english, RoundingMode mode) {
            this.english = english;
            this.mode = mode;
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

    public Formula {
        tiers = List.copyOf(tiers);
        List<String> faults = new ArrayList<>();
        checkPercent("royalty", percent, faults);
        RoyaltyTier.check(tiers, faults::add);
        checkPercent("late interest", lateInterestPercent, faults);
        if (perUnit.signum() < 0) {
            faults.add("A royalty per unit cannot be negative.");
        }
        if (minimumAnnual.signum() < 0) {
            faults.add("The yearly minimum cannot be negative.");
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
    }

    /** Whether anything is owed on what the licensee sells or makes, so that it must report. */
    public boolean isRunning() {
        return percent.signum() > 0
                || perUnit.signum() > 0
                || tiers.stream().anyMatch(tier -> tier.percent().signum() > 0);
    }

    /**
     * The royalty on one period of a contract year.
     *
     * @param before what the periods before it in the same contract year came to
     */
    public Money royalty(Usage before, Usage period) {
        return money(ofYear(before.plus(period)).subtract(ofYear(before)));
    }

    /** What is still missing to the yearly minimum once the contract year is over. */
    public Money missingToMinimum(Usage year) {
        return money(rounded(minimumAnnual).subtract(ofYear(year)).max(BigDecimal.ZERO));
    }

    /** Interest on what was paid late, from the day after it was due to the day of payment. */
    public Money lateInterest(Money paid, LocalDate dueOn, LocalDate paidOn) {
        long days = Math.max(0, ChronoUnit.DAYS.between(dueOn, paidOn));
        return money(rounded(paid.amount()
                .multiply(lateInterestPercent)
                .multiply(BigDecimal.valueOf(days))
                .divide(
                        HUNDRED.multiply(DAYS_OF_A_YEAR),
                        currency.getDefaultFractionDigits() + 10,
                        RoundingMode.DOWN)));
    }

    /** What an audit of a statement finds. */
    public UnderReport compare(Usage before, Usage stated, Usage audited) {
        return UnderReport.of(royalty(before, stated), royalty(before, audited));
    }

    /** The formula in words, such as {@code 3 % of net sales, 2 % above JPY 100,000,000, rounded down}. */
    public String described() {
        Stream<String> rates = isRunning()
                ? Stream.concat(
                        Stream.of(plain(percent) + " % of net sales"),
                        tiers.stream().map(tier -> plain(tier.percent()) + " % above " + amount(tier.fromSalesYen())))
                : Stream.of("No running royalty");
        Stream<String> unit = perUnit.signum() > 0 ? Stream.of(amount(perUnit) + " per unit") : Stream.empty();
        Stream<String> minimum = minimumAnnual.signum() > 0
                ? Stream.of("at least " + amount(minimumAnnual) + " a year")
                : Stream.empty();
        return Stream.of(
                        rates,
                        unit,
                        minimum,
                        Stream.of("late interest " + plain(lateInterestPercent) + " % a year", rounding.english))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private BigDecimal ofYear(Usage year) {
        return rounded(RoyaltyTier.slices(percent, tiers, BigDecimal.ZERO, year.netSales()).stream()
                .map(RoyaltyTier.Slice::royalty)
                .reduce(perUnit.multiply(BigDecimal.valueOf(year.units())), BigDecimal::add));
    }

    private BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(currency.getDefaultFractionDigits(), rounding.mode);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    private String amount(BigDecimal amount) {
        return String.format(
                Locale.ROOT,
                "%s %,." + Math.max(0, amount.stripTrailingZeros().scale()) + "f",
                currency.getCurrencyCode(),
                amount);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void checkPercent(String what, BigDecimal percent, List<String> faults) {
        if (percent.signum() < 0) {
            faults.add("A " + what + " cannot be negative.");
        } else if (percent.compareTo(HUNDRED) > 0) {
            faults.add("A " + what + " of " + plain(percent) + " % is too high: give at most 100 %.");
        }
    }
}
