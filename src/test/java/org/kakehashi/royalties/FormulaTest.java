package org.kakehashi.royalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kakehashi.negotiation.RoyaltyTier;
import org.kakehashi.royalties.Formula.Rounding;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;

class FormulaTest {

    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 30);

    @Test
    void aPercentageOfNetSalesIsRoundedAsTheAgreementSays() {
        assertThat(percent("3.5", Rounding.DOWN).royalty(Usage.NONE, sales("999999")))
                .isEqualTo(Money.yen(34_999));
        assertThat(percent("0.5", Rounding.HALF_EVEN).royalty(Usage.NONE, sales("500")))
                .isEqualTo(Money.yen(2));
        assertThat(percent("0.5", Rounding.HALF_EVEN).royalty(Usage.NONE, sales("700")))
                .isEqualTo(Money.yen(4));
        assertThat(formula(DOLLAR, "3.5", List.of(), "0", "0", Rounding.DOWN).royalty(Usage.NONE, sales("1000.50")))
                .hasToString("USD 35.01");
    }

    @Test
    void aPriceIsOwedOnEachUnitBesides() {
        Formula formula = formula(YEN, "1", List.of(), "2.5", "0", Rounding.DOWN);
        assertThat(formula.royalty(Usage.NONE, new Usage(new BigDecimal("1000"), 3)))
                .isEqualTo(Money.yen(17));
    }

    @Test
    void aTierHoldsForThePartAboveItsAmountOnly() {
        assertThat(tiered().royalty(Usage.NONE, sales("100000"))).isEqualTo(Money.yen(5_000));
        assertThat(tiered().royalty(Usage.NONE, sales("300000"))).isEqualTo(Money.yen(5_000 + 3_000 + 1_000));
    }

    @Test
    void aPeriodGoesOnWhereThePeriodsBeforeItHaveReached() {
        Money first = tiered().royalty(Usage.NONE, sales("150000"));
        Money second = tiered().royalty(sales("150000"), sales("150000"));
        assertThat(first).isEqualTo(Money.yen(6_500));
        assertThat(second).isEqualTo(Money.yen(2_500));
    }

    @Test
    void theYearSumsToTheSameHoweverItIsCut() {
        Formula formula = percent("3.33", Rounding.DOWN);
        Money whole = formula.royalty(Usage.NONE, sales("1000"));
        Money cut = Money.yen(0);
        Usage before = Usage.NONE;
        for (int period = 0; period < 10; period++) {
            cut = cut.plus(formula.royalty(before, sales("100")));
            before = before.plus(sales("100"));
        }
        assertThat(cut).isEqualTo(whole).isEqualTo(Money.yen(33));
    }

    @Test
    void whatIsMissingToTheYearlyMinimumIsMadeUp() {
        Formula formula = formula(YEN, "5", List.of(), "0", "100000", Rounding.DOWN);
        assertThat(formula.missingToMinimum(sales("1200000"))).isEqualTo(Money.yen(40_000));
        assertThat(formula.missingToMinimum(sales("2000000"))).isEqualTo(Money.yen(0));
        assertThat(formula.missingToMinimum(sales("9000000"))).isEqualTo(Money.yen(0));
    }

    @Test
    void lateInterestRunsByDaysFromTheDayAfterItWasDue() {
        Formula formula = percent("5", Rounding.DOWN);
        assertThat(formula.lateInterest(Money.yen(1_000_000), DUE, DUE)).isEqualTo(Money.yen(0));
        assertThat(formula.lateInterest(Money.yen(1_000_000), DUE, DUE.minusDays(3)))
                .isEqualTo(Money.yen(0));
        assertThat(formula.lateInterest(Money.yen(1_000_000), DUE, DUE.plusDays(1)))
                .isEqualTo(Money.yen(400));
        assertThat(formula.lateInterest(Money.yen(1_000_000), DUE, DUE.plusDays(365)))
                .isEqualTo(Money.yen(146_000));
        assertThat(formula.lateInterest(Money.yen(999), DUE, DUE.plusDays(10))).isEqualTo(Money.yen(3));
    }

    @Test
    void anAuditMovesItsCostToTheLicenseeFromTenPercentOn() {
        Formula formula = percent("10", Rounding.DOWN);
        UnderReport small = formula.compare(Usage.NONE, sales("900010"), sales("1000000"));
        assertThat(small.shortfall()).isEqualTo(Money.yen(9_999));
        assertThat(small.percent()).isEqualByComparingTo("9.99");
        assertThat(small.auditCostMoves()).isFalse();
        UnderReport tenPercent = formula.compare(Usage.NONE, sales("900000"), sales("1000000"));
        assertThat(tenPercent.percent()).isEqualByComparingTo("10");
        assertThat(tenPercent.auditCostMoves()).isTrue();
        UnderReport tooMuchStated = formula.compare(Usage.NONE, sales("1100000"), sales("1000000"));
        assertThat(tooMuchStated.shortfall()).isEqualTo(Money.yen(0));
        assertThat(tooMuchStated.auditCostMoves()).isFalse();
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        assertThatThrownBy(() -> percent("-0.1", Rounding.DOWN))
                .isInstanceOf(Refusal.class)
                .hasMessage("A royalty cannot be negative.");
        assertThatThrownBy(() -> percent("101", Rounding.DOWN))
                .hasMessage("A royalty of 101 % is too high: give at most 100 %.");
        assertThatThrownBy(() -> formula(YEN, "1", List.of(), "-1", "-1", Rounding.DOWN))
                .hasMessage("A royalty per unit cannot be negative.\nThe yearly minimum cannot be negative.");
        assertThatThrownBy(
                        () -> formula(YEN, "1", List.of(tier("200", "2"), tier("100", "1")), "0", "0", Rounding.DOWN))
                .hasMessage("Order the royalty tiers by their amount of sales, each above the one before.");
        assertThatThrownBy(() -> sales("-1")).hasMessage("The net sales cannot be negative.");
    }

    @Test
    void theFormulaReadsInWords() {
        assertThat(tiered().described())
                .isEqualTo("5 % of net sales, 3 % above JPY 100,000, 1 % above JPY 200,000,"
                        + " late interest 14.6 % a year, audits at the licensee's cost from 10 % under-report on,"
                        + " rounded down");
        assertThat(formula(YEN, "0", List.of(), "2.5", "100000", Rounding.DOWN).described())
                .startsWith("0 % of net sales, JPY 2.5 per unit, at least JPY 100,000 a year");
        assertThat(percent("0", Rounding.DOWN).described()).startsWith("No running royalty");
    }

    private static Formula tiered() {
        return formula(YEN, "5", List.of(tier("100000", "3"), tier("200000", "1")), "0", "0", Rounding.DOWN);
    }

    private static Formula percent(String percent, Rounding rounding) {
        return formula(YEN, percent, List.of(), "0", "0", rounding);
    }

    private static Formula formula(
            Currency currency,
            String percent,
            List<RoyaltyTier> tiers,
            String perUnit,
            String minimum,
            Rounding rounding) {
        return new Formula(
                currency,
                new BigDecimal(percent),
                tiers,
                new BigDecimal(perUnit),
                new BigDecimal(minimum),
                new BigDecimal("14.6"),
                new BigDecimal("10"),
                rounding);
    }

    private static RoyaltyTier tier(String from, String percent) {
        return new RoyaltyTier(new BigDecimal(from), new BigDecimal(percent));
    }

    private static Usage sales(String netSales) {
        return new Usage(new BigDecimal(netSales), 0);
    }
}
