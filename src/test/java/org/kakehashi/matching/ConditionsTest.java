package org.kakehashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kakehashi.matching.Conditions.Finding;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.LicenceKind;

/** The seed offers a non-exclusive licence for a lump sum and a royalty, at TRL 4, and transfers its know-how. */
class ConditionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Test
    void theKindThatIsWantedAgrees() {
        assertThat(compare(LicenceKind.NON_EXCLUSIVE, null, null, "A cell."))
                .contains(new Finding(1, "Offered as wanted: non-exclusive licence"));
    }

    @Test
    void anExclusiveLicenceIsNotOffered() {
        assertThat(compare(LicenceKind.EXCLUSIVE, null, null, "A cell."))
                .contains(
                        new Finding(-1, "Wanted is exclusive licence by contract, but offered non-exclusive licence"));
    }

    @Test
    void whatTheOwnerLeavesOpenMustBeAsked() {
        assertThat(compare(LicenceKind.ASSIGNMENT, null, null, "A cell."))
                .contains(new Finding(0, "An assignment is wanted; the owner does not say whether it is offered"));
    }

    @Test
    void aLumpSumIsHeldAgainstTheBudget() {
        assertThat(compare(null, 12_000_000L, null, "A cell."))
                .containsExactly(
                        new Finding(1, "The owner asks for a lump sum, and there is a budget of JPY 12,000,000"));
        assertThat(compare(null, 0L, null, "A cell.")).extracting(Finding::fit).containsExactly(-1);
        assertThat(compare(null, null, null, "A cell."))
                .extracting(Finding::fit)
                .containsExactly(0);
    }

    @Test
    void maturityIsHeldAgainstTheDeadline() {
        assertThat(compare(null, null, TODAY.plusMonths(6), "A cell."))
                .contains(new Finding(-1, "Maturity (TRL 4) is low for the deadline 2026-10-01"));
        assertThat(compare(null, null, TODAY.plusYears(4), "A cell."))
                .contains(new Finding(1, "Maturity (TRL 4) fits the deadline 2030-04-01"));
    }

    @Test
    void knowHowCountsWhereTheNeedAsksForIt() {
        assertThat(compare(null, null, null, "A cell, with transfer of know-how."))
                .contains(new Finding(1, "Needs transfer of know-how, which the owner would give"));
    }

    private static List<Finding> compare(
            @Nullable LicenceKind wanted, @Nullable Long budget, @Nullable LocalDate deadline, String problem) {
        var need = new NeedContent("en", "Safe cell", problem, "", budget, deadline, List.of(), wanted, null, true);
        return Conditions.compare(SeedFixture.solidElectrolyte(List.of(), false), need, TODAY);
    }
}
