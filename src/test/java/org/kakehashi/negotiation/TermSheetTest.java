package org.kakehashi.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

class TermSheetTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final Terms OFFER = TermsFixture.nonExclusive();
    private static final Terms COUNTER = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "500000", "2", "0");

    private final TermSheet sheet = new TermSheet("L-2026-000001", NOW);

    @BeforeEach
    void theLicensorMakesAnOffer() {
        sheet.offer(Side.LICENSOR, Offer.of(OFFER, "Our usual terms"), "sato", NOW);
    }

    @Test
    void anAcceptedOfferIsAgreed() {
        sheet.accept(Side.LICENSEE, "suzuki", NOW);
        assertThat(sheet.agreed()).isEqualTo(OFFER);
    }

    @Test
    void aCounterOfferClosesTheRoundAndOpensTheNext() {
        sheet.counter(Side.LICENSEE, Offer.of(COUNTER, "Too dear"), "suzuki", NOW);
        assertThat(sheet.round(1).state()).isEqualTo(Round.State.COUNTERED);
        assertThat(sheet.round(2).state()).isEqualTo(Round.State.OPEN);
        sheet.accept(Side.LICENSOR, "sato", NOW);
        assertThat(sheet.agreed()).isEqualTo(COUNTER);
    }

    @Test
    void aWrongCounterOfferLeavesTheRoundOpen() {
        Terms wrong = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "500000", "101", "0");
        assertThatThrownBy(() -> sheet.counter(Side.LICENSEE, Offer.of(wrong, ""), "suzuki", NOW))
                .hasMessageContaining("101 %");
        assertThat(sheet.rounds()).hasSize(1);
        assertThat(sheet.round(1).state()).isEqualTo(Round.State.OPEN);
    }

    @Test
    void aCounterOfferMustDiffer() {
        Terms same = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "1000000", "3.50", "200000");
        refuses(
                () -> sheet.counter(Side.LICENSEE, Offer.of(same, ""), "suzuki", NOW),
                "The counter-offer says the same as the offer: change a clause, or accept the offer.");
    }

    @Test
    void aSideDoesNotAnswerItsOwnOffer() {
        refuses(
                () -> sheet.accept(Side.LICENSOR, "sato", NOW),
                "Round 1 is the licensor's own offer: the licensee answers it.");
    }

    @Test
    void aClosedRoundTakesNoAnswer() {
        sheet.accept(Side.LICENSEE, "suzuki", NOW);
        refuses(
                () -> sheet.accept(Side.LICENSEE, "suzuki", NOW),
                "Round 1 of case L-2026-000001 is closed: its offer is accepted.");
        refuses(
                () -> sheet.reject(Side.LICENSEE, OutcomeCode.DECLINED_PRICE, "Too dear", "suzuki", NOW),
                "Round 1 of case L-2026-000001 is closed: its offer is accepted.");
    }

    @Test
    void aSecondOfferIsRefusedWhileTheFirstIsOpen() {
        refuses(
                () -> sheet.offer(Side.LICENSOR, Offer.of(COUNTER, ""), "sato", NOW),
                "Case L-2026-000001 already has an offer: round 1 is waiting for its answer.");
    }

    @Test
    void aRejectionNeedsAnOutcomeOfItsKindAndAReason() {
        refuses(
                () -> sheet.reject(Side.LICENSEE, null, "Too dear", "suzuki", NOW),
                "Choose why the offer is rejected: the price, the fit or the timing.");
        refuses(
                () -> sheet.reject(Side.LICENSEE, OutcomeCode.CONCLUDED, "Too dear", "suzuki", NOW),
                "Choose why the offer is rejected: the price, the fit or the timing.");
        refuses(
                () -> sheet.reject(Side.LICENSEE, OutcomeCode.DECLINED_PRICE, " ", "suzuki", NOW),
                "Give the reason for the rejection in a sentence.");
    }

    @Test
    void returnedTermsAreNoLongerAgreedAndTakeANewOffer() {
        sheet.accept(Side.LICENSEE, "suzuki", NOW);
        sheet.reopen("Raise the minimum.", Set.of());
        assertThat(sheet.returnedWith()).contains("Raise the minimum.");
        assertThatThrownBy(sheet::agreed).hasMessage("The terms of case L-2026-000001 are not agreed.");
        sheet.offer(Side.LICENSOR, Offer.of(COUNTER, ""), "sato", NOW);
        assertThat(sheet.returnedWith()).isEmpty();
        assertThat(sheet.openedAt()).isEqualTo(NOW);
    }

    @Test
    void onlyAgreedTermsCanBeReturned() {
        refuses(() -> sheet.reopen("Raise the minimum.", Set.of()), "The terms of case L-2026-000001 are not agreed.");
    }

    @Test
    void whatACounterOfferLeavesIsAgreedAndWhatItChangesIsContested() {
        sheet.counter(Side.LICENSEE, Offer.of(COUNTER, ""), "suzuki", NOW);
        assertThat(sheet.standing(1, Clause.ROYALTY)).isEqualTo(TermSheet.Standing.OPEN);
        assertThat(sheet.standing(2, Clause.ROYALTY)).isEqualTo(TermSheet.Standing.CONTESTED);
        assertThat(sheet.standing(2, Clause.TERRITORY)).isEqualTo(TermSheet.Standing.AGREED);
    }

    @Test
    void aReservedClauseStaysOpen() {
        sheet.counter(
                Side.LICENSEE,
                new Offer(COUNTER, "", null, Set.of(Clause.TERRITORY), Set.of(), Set.of()),
                "suzuki",
                NOW);
        assertThat(sheet.standing(2, Clause.TERRITORY)).isEqualTo(TermSheet.Standing.OPEN);
        sheet.counter(Side.LICENSOR, Offer.of(abroad(COUNTER), ""), "sato", NOW);
        assertThat(sheet.standing(3, Clause.TERRITORY)).isEqualTo(TermSheet.Standing.CONTESTED);
    }

    @Test
    void anAgreedClauseIsLockedAndNothingChanges() {
        sheet.counter(Side.LICENSEE, Offer.of(COUNTER, ""), "suzuki", NOW);
        refuses(
                () -> sheet.counter(Side.LICENSOR, Offer.of(abroad(OFFER), ""), "sato", NOW),
                "Territory is agreed (\"Japan\"): leave it, and ask the licensee to reopen it.");
        assertThat(sheet.rounds()).hasSize(2);
        assertThat(sheet.round(2).state()).isEqualTo(Round.State.OPEN);
    }

    @Test
    void aLockedClauseOpensWhenTheOtherSideConsents() {
        sheet.counter(Side.LICENSEE, Offer.of(COUNTER, ""), "suzuki", NOW);
        sheet.counter(Side.LICENSOR, asking(OFFER, Clause.TERRITORY), "sato", NOW);
        sheet.counter(
                Side.LICENSEE,
                new Offer(COUNTER, "", null, Set.of(), Set.of(), Set.of(Clause.TERRITORY)),
                "suzuki",
                NOW);
        assertThat(sheet.standing(4, Clause.TERRITORY)).isEqualTo(TermSheet.Standing.OPEN);
        sheet.counter(Side.LICENSOR, Offer.of(abroad(COUNTER), ""), "sato", NOW);
        assertThat(sheet.round(5).terms().territory()).isEqualTo("Asia");
    }

    @Test
    void withoutConsentItStaysLocked() {
        sheet.counter(Side.LICENSEE, Offer.of(COUNTER, ""), "suzuki", NOW);
        sheet.counter(Side.LICENSOR, asking(OFFER, Clause.TERRITORY), "sato", NOW);
        sheet.counter(Side.LICENSEE, Offer.of(COUNTER, ""), "suzuki", NOW);
        assertThatThrownBy(() -> sheet.counter(Side.LICENSOR, Offer.of(abroad(OFFER), ""), "sato", NOW))
                .hasMessageContaining("Territory is agreed");
    }

    @Test
    void onlyWhatIsAgreedIsReopenedAndOnlyWhatIsAskedIsConsentedTo() {
        refuses(
                () -> sheet.counter(Side.LICENSEE, asking(COUNTER, Clause.TERM), "suzuki", NOW),
                "Term is not agreed yet: change it without asking.");
        refuses(
                () -> sheet.counter(
                        Side.LICENSEE,
                        new Offer(COUNTER, "", null, Set.of(), Set.of(), Set.of(Clause.TERM)),
                        "suzuki",
                        NOW),
                "Term: nobody has asked to reopen it.");
    }

    @Test
    void anApproverReopensTheClausesThatTheCommentIsOn() {
        sheet.accept(Side.LICENSEE, "suzuki", NOW);
        sheet.reopen("Raise the minimum.", Set.of(Clause.MINIMUM));
        assertThatThrownBy(() -> sheet.offer(Side.LICENSOR, Offer.of(abroad(OFFER), ""), "sato", NOW))
                .hasMessageContaining("Territory is agreed");
        sheet.offer(
                Side.LICENSOR,
                Offer.of(TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "1000000", "3.5", "300000"), ""),
                "sato",
                NOW);
        assertThat(sheet.standing(2, Clause.MINIMUM)).isEqualTo(TermSheet.Standing.CONTESTED);
        assertThat(sheet.standing(2, Clause.TERRITORY)).isEqualTo(TermSheet.Standing.AGREED);
    }

    private static Offer asking(Terms terms, Clause clause) {
        return new Offer(terms, "", null, Set.of(), Set.of(clause), Set.of());
    }

    private static Terms abroad(Terms terms) {
        return TermsFixture.in("Asia", terms);
    }

    @Test
    void twoRoundsAreComparedClauseByClause() {
        sheet.counter(Side.LICENSEE, Offer.of(COUNTER, ""), "suzuki", NOW);
        assertThat(sheet.compare(1, 2))
                .hasSize(Clause.values().length)
                .filteredOn(comparison -> !comparison.same())
                .extracting(TermSheet.Comparison::clause)
                .containsExactly(Clause.UPFRONT, Clause.ROYALTY, Clause.MINIMUM);
        assertThatThrownBy(() -> sheet.compare(1, 3))
                .hasMessage("Case L-2026-000001 has no round 3: its rounds are 1 to 2.");
    }

    private void refuses(ThrowingCallable wish, String sentence) {
        assertThatThrownBy(wish).isInstanceOf(Refusal.class).hasMessage(sentence);
    }
}
