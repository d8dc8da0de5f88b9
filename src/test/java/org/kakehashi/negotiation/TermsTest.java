package org.kakehashi.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;

class TermsTest {

    @Test
    void completeTermsHaveNoFault() {
        assertThat(TermsFixture.nonExclusive().faults()).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var empty = new Terms(
                null, "", "", Set.of(), null, null, null, null, List.of(), null, "", "", "", "", "", "", "", "");
        assertThatThrownBy(empty::checked)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .containsExactly(
                                "Choose the kind of licence.",
                                "Say for which field of use the right is given.",
                                "Say in which territory the right is given.",
                                "Choose at least one act: make, use, sell or import.",
                                "Say for how many years the right is given.",
                                "Choose whether the licensee may sublicense.",
                                "Give the upfront payment in yen, 0 where there is none.",
                                "Give the running royalty in percent, 0 where there is none.",
                                "Give the yearly minimum in yen, 0 where there is none."));
    }

    @Test
    void amountsAndRatesOutOfRangeAreFaults() {
        assertThat(TermsFixture.with(LicenceKind.EXCLUSIVE, "-1", "-0.01", "0.5")
                        .faults())
                .containsExactly(
                        "The upfront payment cannot be negative.",
                        "The running royalty cannot be negative.",
                        "Give the yearly minimum in whole yen.");
        assertThat(TermsFixture.with(LicenceKind.EXCLUSIVE, "1000000000000", "101", "0")
                        .faults())
                .containsExactly(
                        "The upfront payment is too high: check the number of its zeros.",
                        "A running royalty of 101 % is more than all of the sales: give at most 100 %.");
        assertThat(TermsFixture.with(LicenceKind.EXCLUSIVE, "0", "3.125", "0").faults())
                .containsExactly("Give the running royalty with at most two decimals.");
        assertThat(TermsFixture.with(LicenceKind.EXCLUSIVE, "0", "100.00", "0").faults())
                .isEmpty();
    }

    @Test
    void aTermMustNotEndBeforeItBeginsNorLastForEver() {
        assertThat(TermsFixture.terms(LicenceKind.EXCLUSIVE, -1, "0", "1", "0").faults())
                .containsExactly("The term ends before it begins: give it at least 1 year.");
        assertThat(TermsFixture.terms(LicenceKind.EXCLUSIVE, 51, "0", "1", "0").faults())
                .containsExactly("A term of 51 years is too long: give it at most 50.");
    }

    @Test
    void anAssignmentNeedsNeitherActsNorTerm() {
        var assignment = new Terms(
                LicenceKind.ASSIGNMENT,
                "All",
                "Japan",
                Set.of(),
                null,
                Sublicensing.ALLOWED,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                List.of(),
                BigDecimal.ZERO,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        assertThat(assignment.faults()).isEmpty();
        assertThat(assignment.guaranteedYen()).isEqualByComparingTo("10");
    }

    @Test
    void theGuaranteedAmountIsUpfrontAndTheMinimumOfEachYear() {
        assertThat(TermsFixture.nonExclusive().guaranteedYen()).isEqualByComparingTo("2000000");
    }

    @Test
    void tiersRoyaltiesSliceBySlice() {
        Terms tiered = TermsFixture.withTiers(
                new RoyaltyTier(new BigDecimal("100000000"), new BigDecimal("3")),
                new RoyaltyTier(new BigDecimal("500000000"), new BigDecimal("2.5")));
        assertThat(tiered.faults()).isEmpty();
        assertThat(tiered.royaltyOn(new BigDecimal("40000000"))).isEqualByComparingTo("1400000");
        assertThat(tiered.royaltyOn(new BigDecimal("100000000"))).isEqualByComparingTo("3500000");
        assertThat(tiered.royaltyOn(new BigDecimal("600000000"))).isEqualByComparingTo("18000000");
        assertThat(Clause.ROYALTY.position(tiered))
                .isEqualTo("3.5 % of net sales, 3 % above JPY 100,000,000, 2.5 % above JPY 500,000,000");
    }

    @Test
    void tiersRiseAndTheirRatesLieBetweenNothingAndAll() {
        assertThat(TermsFixture.withTiers(
                                new RoyaltyTier(new BigDecimal("500000000"), new BigDecimal("3")),
                                new RoyaltyTier(new BigDecimal("100000000"), new BigDecimal("-1")))
                        .faults())
                .containsExactly(
                        "Order the royalty tiers by their amount of sales, each above the one before.",
                        "The rate of each royalty tier lies between 0 and 100 %.");
    }

    @Test
    void everyClauseIsReadable() {
        Terms terms = TermsFixture.nonExclusive();
        assertThat(Clause.GRANT.position(terms)).isEqualTo("Non-exclusive licence");
        assertThat(Clause.ACTS.position(terms)).isEqualTo("make, sell");
        assertThat(Clause.TERM.position(terms)).isEqualTo("5 years");
        assertThat(Clause.UPFRONT.position(terms)).isEqualTo("JPY 1,000,000");
        assertThat(Clause.ROYALTY.position(terms)).isEqualTo("3.5 % of net sales");
    }
}
