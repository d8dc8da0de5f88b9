package org.kakehashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kakehashi.matching.Conditions.Finding;
import org.kakehashi.matching.Dealings.Right;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.Requirement;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.ThreeValued;

/** The seed offers a non-exclusive licence for a lump sum and a royalty, at TRL 4, and transfers its know-how. */
class ConditionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Test
    void theKindThatIsWantedAgrees() {
        assertThat(compare(LicenceKind.NON_EXCLUSIVE, null, null, "A cell."))
                .contains(new Finding(Requirement.LICENCE_KIND, 1, "Offered as wanted: non-exclusive licence"));
    }

    @Test
    void anExclusiveLicenceIsNotOffered() {
        assertThat(compare(LicenceKind.EXCLUSIVE, null, null, "A cell."))
                .contains(new Finding(
                        Requirement.LICENCE_KIND,
                        -1,
                        "Wanted is exclusive licence by contract, but offered non-exclusive licence"));
    }

    @Test
    void whatTheOwnerLeavesOpenMustBeAsked() {
        assertThat(compare(LicenceKind.ASSIGNMENT, null, null, "A cell."))
                .contains(new Finding(
                        Requirement.LICENCE_KIND,
                        0,
                        "An assignment is wanted; the owner does not say whether it is offered"));
    }

    @Test
    void aLumpSumIsHeldAgainstTheBudget() {
        assertThat(compare(null, 12_000_000L, null, "A cell."))
                .containsExactly(new Finding(
                        Requirement.PRICE,
                        1,
                        "The owner asks for a lump sum, and there is a budget of JPY 12,000,000"));
        assertThat(compare(null, 0L, null, "A cell.")).extracting(Finding::fit).containsExactly(-1);
        assertThat(compare(null, null, null, "A cell."))
                .extracting(Finding::fit)
                .containsExactly(0);
    }

    @Test
    void maturityIsHeldAgainstTheDeadline() {
        assertThat(compare(null, null, TODAY.plusMonths(6), "A cell."))
                .contains(new Finding(Requirement.MATURITY, -1, "Maturity (TRL 4) is low for the deadline 2026-10-01"));
        assertThat(compare(null, null, TODAY.plusYears(4), "A cell."))
                .contains(new Finding(Requirement.MATURITY, 1, "Maturity (TRL 4) fits the deadline 2030-04-01"));
    }

    @Test
    void knowHowCountsWhereTheNeedAsksForIt() {
        assertThat(compare(null, null, null, "A cell, with transfer of know-how."))
                .contains(
                        new Finding(Requirement.KNOW_HOW, 1, "Needs transfer of know-how, which the owner would give"));
    }

    @Test
    void aLumpSumAboveTheBudgetConflicts() {
        for (String asked : List.of("1,500万円", "15 million yen", "一時金 0.15億円", "１５，０００，０００円")) {
            assertThat(compare(paidAtOnce(asked), 12_000_000L))
                    .as(asked)
                    .containsExactly(new Finding(
                            Requirement.PRICE,
                            -1,
                            "The owner asks for a lump sum of JPY 15,000,000, more than the budget of JPY 12,000,000"));
        }
        assertThat(compare(paidAtOnce("1,000万円"), 12_000_000L))
                .extracting(Finding::fit)
                .containsExactly(1);
        assertThat(compare(paidAtOnce("100万円 or 5億円, by size"), 12_000_000L))
                .as("several amounts say nothing")
                .extracting(Finding::fit)
                .containsExactly(1);
    }

    @Test
    void anOwnerWhoLooksAbroadAloneConflictsWithACompanyInJapan() {
        var abroad = new SeedContent.LicenceTerms(
                ThreeValued.YES,
                LicenceKind.NON_EXCLUSIVE,
                "",
                Condition.OPEN,
                Condition.OPEN,
                Condition.of(ThreeValued.NO),
                Condition.of(ThreeValued.YES),
                "");
        assertThat(Conditions.compare(offered(abroad), need(null, null, null, "A cell."), List.of(), true, TODAY))
                .containsExactly(new Finding(
                        Requirement.PLACE, -1, "The owner does not look for partners in Japan, where the company is"));
        assertThat(Conditions.compare(offered(abroad), need(null, null, null, "A cell."), List.of(), false, TODAY))
                .isEmpty();
    }

    @Test
    void whatOthersHaveLeavesAPartOrNothingThatIsExclusive() {
        var everywhere = new Right(LicenceKind.NON_EXCLUSIVE, true, "Non-exclusive licence, all fields, Japan");
        var inPart = new Right(LicenceKind.EXCLUSIVE, false, "Exclusive licence by contract, pumps, Japan");
        String left = "A part is taken; ask what is left: Exclusive licence by contract, pumps, Japan";

        assertThat(beside(inPart, LicenceKind.NON_EXCLUSIVE)).contains(new Finding(Requirement.LICENCE_KIND, 0, left));
        assertThat(beside(inPart, null)).containsExactly(new Finding(Requirement.LICENCE_KIND, 0, left));
        assertThat(beside(everywhere, LicenceKind.ASSIGNMENT))
                .contains(new Finding(
                        Requirement.LICENCE_KIND,
                        -1,
                        "Others have a right that stands in the way of an exclusive one: "
                                + "Non-exclusive licence, all fields, Japan"));
        assertThat(beside(everywhere, LicenceKind.NON_EXCLUSIVE)).noneMatch(Finding::conflicts);
    }

    private static List<Finding> beside(Right right, @Nullable LicenceKind wanted) {
        return Conditions.compare(
                        SeedFixture.solidElectrolyte(List.of(), false),
                        need(wanted, null, null, "A cell."),
                        List.of(right),
                        false,
                        TODAY)
                .stream()
                .filter(finding -> finding.on() == Requirement.LICENCE_KIND)
                .toList();
    }

    private static SeedContent.LicenceTerms paidAtOnce(String words) {
        return new SeedContent.LicenceTerms(
                ThreeValued.YES,
                LicenceKind.NON_EXCLUSIVE,
                "",
                new Condition(ThreeValued.YES, words),
                Condition.OPEN,
                Condition.OPEN,
                Condition.OPEN,
                "");
    }

    private static SeedContent offered(SeedContent.LicenceTerms licence) {
        SeedContent seed = SeedFixture.solidElectrolyte(List.of(), false);
        return new SeedContent(
                seed.language(),
                seed.texts(),
                seed.patent(),
                seed.topics(),
                licence,
                seed.assignment(),
                seed.maturity(),
                seed.ownership(),
                seed.listing());
    }

    private static List<Finding> compare(SeedContent.LicenceTerms licence, long budget) {
        return Conditions.compare(offered(licence), need(null, budget, null, "A cell."), List.of(), false, TODAY);
    }

    private static NeedContent need(
            @Nullable LicenceKind wanted, @Nullable Long budget, @Nullable LocalDate deadline, String problem) {
        return new NeedContent("en", "Safe cell", problem, "", budget, deadline, List.of(), wanted, null, true);
    }

    private static List<Finding> compare(
            @Nullable LicenceKind wanted, @Nullable Long budget, @Nullable LocalDate deadline, String problem) {
        return Conditions.compare(
                SeedFixture.solidElectrolyte(List.of(), false),
                need(wanted, budget, deadline, problem),
                List.of(),
                false,
                TODAY);
    }
}
