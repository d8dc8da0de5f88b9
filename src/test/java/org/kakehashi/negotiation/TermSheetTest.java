package org.kakehashi.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
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
        sheet.offer(Side.LICENSOR, OFFER, "sato", "Our usual terms", NOW);
    }

    @Test
    void anAcceptedOfferIsAgreed() {
        sheet.accept(Side.LICENSEE, "suzuki", NOW);
        assertThat(sheet.agreed()).isEqualTo(OFFER);
    }

    @Test
    void aCounterOfferClosesTheRoundAndOpensTheNext() {
        sheet.counter(Side.LICENSEE, COUNTER, "suzuki", "Too dear", NOW);
        assertThat(sheet.round(1).state()).isEqualTo(Round.State.COUNTERED);
        assertThat(sheet.round(2).state()).isEqualTo(Round.State.OPEN);
        sheet.accept(Side.LICENSOR, "sato", NOW);
        assertThat(sheet.agreed()).isEqualTo(COUNTER);
    }

    @Test
    void aWrongCounterOfferLeavesTheRoundOpen() {
        Terms wrong = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "500000", "101", "0");
        assertThatThrownBy(() -> sheet.counter(Side.LICENSEE, wrong, "suzuki", "", NOW))
                .hasMessageContaining("101 %");
        assertThat(sheet.rounds()).hasSize(1);
        assertThat(sheet.round(1).state()).isEqualTo(Round.State.OPEN);
    }

    @Test
    void aCounterOfferMustDiffer() {
        Terms same = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "1000000", "3.50", "200000");
        refuses(
                () -> sheet.counter(Side.LICENSEE, same, "suzuki", "", NOW),
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
                () -> sheet.offer(Side.LICENSOR, COUNTER, "sato", "", NOW),
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
        sheet.reopen("Raise the minimum.");
        assertThat(sheet.returnedWith()).contains("Raise the minimum.");
        assertThatThrownBy(sheet::agreed).hasMessage("The terms of case L-2026-000001 are not agreed.");
        sheet.offer(Side.LICENSOR, COUNTER, "sato", "", NOW);
        assertThat(sheet.returnedWith()).isEmpty();
        assertThat(sheet.openedAt()).isEqualTo(NOW);
    }

    @Test
    void onlyAgreedTermsCanBeReturned() {
        refuses(() -> sheet.reopen("Raise the minimum."), "The terms of case L-2026-000001 are not agreed.");
    }

    @Test
    void twoRoundsAreComparedClauseByClause() {
        sheet.counter(Side.LICENSEE, COUNTER, "suzuki", "", NOW);
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
