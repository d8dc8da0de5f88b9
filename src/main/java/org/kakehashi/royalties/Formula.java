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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * @param auditCostPercent under-report of the royalty from which on the licensee bears the cost of the audit; none where
 *     it never does
 */
@Embeddable
public record Formula(
        Currency currency,
        BigDecimal percent,
        @Convert(converter = RoyaltyTier.Column.class) List<RoyaltyTier> tiers,
        BigDecimal perUnit,
        BigDecimal minimumAnnual,
        BigDecimal lateInterestPercent,
        @Nullable BigDecimal auditCostPercent,
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
        if (auditCostPercent != null) {
            checkPercent("share of under-reporting", auditCostPercent, faults);
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

    /** The part of the period's sales that each rate holds for, the lowest sales of the year first. */
    public List<RoyaltyTier.Slice> slices(Usage before, Usage period) {
        return RoyaltyTier.slices(
                percent, tiers, before.netSales(), before.netSales().add(period.netSales()));
    }

    /** What a contract year brings in all, the minimum included. */
    Money ofWholeYear(Usage year) {
        return money(ofYear(year).max(rounded(minimumAnnual)));
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

    /** Whether the licensee must say what it has sold. */
    public boolean asksForSales() {
        return percent.signum() > 0 || !tiers.isEmpty();
    }

    /** Whether the licensee must say how many units it has made. */
    public boolean asksForUnits() {
        return perUnit.signum() > 0;
    }

    /** What an audit of a statement finds. */
    public UnderReport compare(Usage before, Usage stated, Usage audited) {
        return UnderReport.of(royalty(before, stated), royalty(before, audited), auditCostPercent);
    }

    /** The formula in words, such as {@code 3 % of net sales, 2 % above JPY 100,000,000, rounded down}. */
    public String described() {
        Stream<String> rates = isRunning()
                ? Stream.concat(
                        Stream.of(Amounts.plain(percent) + " % of net sales"),
                        tiers.stream()
                                .map(tier -> Amounts.plain(tier.percent()) + " % above " + amount(tier.fromSalesYen())))
                : Stream.of("No running royalty");
        Stream<String> unit = perUnit.signum() > 0 ? Stream.of(amount(perUnit) + " per unit") : Stream.empty();
        Stream<String> minimum = minimumAnnual.signum() > 0
                ? Stream.of("at least " + amount(minimumAnnual) + " a year")
                : Stream.empty();
        Stream<String> audit = auditCostPercent == null
                ? Stream.empty()
                : Stream.of(
                        "audits at the licensee's cost from " + Amounts.plain(auditCostPercent) + " % under-report on");
        return Stream.of(
                        rates,
                        unit,
                        minimum,
                        Stream.of("late interest " + Amounts.plain(lateInterestPercent) + " % a year"),
                        audit,
                        Stream.of(rounding.english))
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
        return currency.getCurrencyCode() + " " + Amounts.grouped(amount);
    }

    private static void checkPercent(String what, BigDecimal percent, List<String> faults) {
        if (percent.signum() < 0) {
            faults.add("A " + what + " cannot be negative.");
        } else if (percent.compareTo(HUNDRED) > 0) {
            faults.add("A " + what + " of " + Amounts.plain(percent) + " % is too high: give at most 100 %.");
        }
    }
}
