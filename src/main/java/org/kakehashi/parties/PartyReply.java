package org.kakehashi.parties;

import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.OfferAnswer.Decision;
import org.kakehashi.negotiation.OfferAnswer.Stance;
import org.kakehashi.negotiation.OfferAnswers;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in a case what a company says on its page, through the components that the adviser's task uses. */
@Component
@Transactional
public class PartyReply {

    private static final Set<OutcomeCode> REASONS = Set.of(
            OutcomeCode.DECLINED_FIT, OutcomeCode.DECLINED_PRICE, OutcomeCode.DECLINED_TIMING, OutcomeCode.WITHDRAWN);

    private static final int LONGEST = 2000;

    /**
     * What was filled in.
     *
     * @param read whether the text was read; asked where something is signed
     */
    public record Said(
            Occasion occasion,
            int round,
            boolean positive,
            @Nullable OutcomeCode outcome,
            @Nullable String reason,
            @Nullable String signatory,
            boolean read) {

        boolean signs() {
            return positive && occasion == Occasion.NDA;
        }
    }

    private final Negotiations negotiations;
    private final OfferAnswers offers;
    private final TermSheets sheets;

    PartyReply(Negotiations negotiations, OfferAnswers offers, TermSheets sheets) {
        this.negotiations = negotiations;
        this.offers = offers;
        this.sheets = sheets;
    }

    /** Why a company may say no to it. */
    public static Set<OutcomeCode> reasons(Occasion occasion) {
        return occasion == Occasion.OFFER ? TermSheet.REJECTIONS : REASONS;
    }

    /** @throws Refusal where something is missing, or the case does not wait for it (any more) */
    public void answer(PartyLink link, Said said) {
        String reason = words(said.reason());
        if (!said.positive()
                && (reason.isEmpty()
                        || said.outcome() == null
                        || !reasons(said.occasion()).contains(said.outcome()))) {
            throw Refusal.invalid("Choose a reason and say it in a sentence.");
        }
        if (said.signs() && (!said.read() || words(said.signatory()).isEmpty())) {
            throw Refusal.invalid("Give the signer's name, and confirm that the text was read.");
        }
        if (said.positive() && said.occasion() == Occasion.SIGNATURE) {
            throw Refusal.conflict("The contract is signed on the page that shows its text.");
        }
        OutcomeCode outcome = said.positive() ? null : said.outcome();
        if (said.occasion() == Occasion.OFFER) {
            answerOffer(
                    link,
                    new OfferAnswer(
                            said.round(),
                            link.side(),
                            said.positive() ? Decision.ACCEPT : Decision.REJECT,
                            null,
                            outcome,
                            reason));
        } else {
            negotiations.answer(new PartyAnswer.Given(
                    link.caseNumber(),
                    said.occasion(),
                    said.round(),
                    link.side(),
                    said.positive(),
                    outcome,
                    said.signs() ? "Signed by " + words(said.signatory()) + "." : reason));
        }
    }

    /** @throws Refusal where the terms cannot be offered, or the round does not wait for them (any more) */
    public void counter(PartyLink link, int round, Terms terms, @Nullable String comment, Stance stance) {
        answerOffer(link, new OfferAnswer(round, link.side(), Decision.COUNTER, terms, null, words(comment), stance));
    }

    /** What the same reader says twice counts once. */
    private void answerOffer(PartyLink link, OfferAnswer answer) {
        TermSheet sheet = sheets.of(link.caseNumber());
        Round round = sheet.round(answer.round());
        boolean said = link.actor().equals(round.answeredBy())
                && switch (answer.decision()) {
                    case ACCEPT -> round.state() == Round.State.ACCEPTED;
                    case REJECT -> round.state() == Round.State.REJECTED;
                    case COUNTER ->
                        round.state() == Round.State.COUNTERED
                                && answer.terms() != null
                                && sheet.round(answer.round() + 1).terms().sameAs(answer.terms());
                };
        if (!said) {
            offers.answer(link.caseNumber(), answer, link.actor());
        }
    }

    /** @throws Refusal where the reason is missing, or the case has ended */
    public void withdraw(PartyLink link, @Nullable String reason) {
        if (words(reason).isEmpty()) {
            throw Refusal.invalid("Say in a sentence why you withdraw.");
        }
        negotiations.withdraw(link.caseNumber(), link.side(), words(reason));
    }

    private static String words(@Nullable String text) {
        String words = StringUtils.defaultString(text).strip();
        if (words.length() > LONGEST) {
            throw Refusal.invalid("Use at most 2,000 characters.");
        }
        return words;
    }
}
