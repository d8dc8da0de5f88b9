package org.kakehashi.negotiation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sides answered. The same answer twice counts once; another one after the first is refused. */
@Component
@Transactional
public class PartyAnswers {

    private final AnswerTable answers;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    PartyAnswers(AnswerTable answers, Journal journal, CurrentUser user, Clock clock) {
        this.answers = answers;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @return whether the answer is news; false where the side has said the same before
     * @throws Refusal where the side has said otherwise before, or a no lacks its reason
     */
    public boolean record(PartyAnswer.Given given) {
        String side = given.side().lower();
        Optional<PartyAnswer> earlier = find(given.caseNumber(), given.occasion(), given.round(), given.side());
        if (earlier.isPresent()) {
            if (earlier.get().says(given)) {
                return false;
            }
            throw Refusal.conflict("The " + side + " has already answered on "
                    + given.occasion().english() + " of " + given.caseNumber() + ", and otherwise.");
        }
        if (given.outcome() == OutcomeCode.CONCLUDED) {
            throw Refusal.invalid("No answer concludes a case: give another outcome, or none.");
        }
        if (!given.positive() && given.reason().isBlank()) {
            throw Refusal.invalid("Say why the " + side + " declines.");
        }
        answers.saveAndFlush(new PartyAnswer(given, user.name(), clock.instant()));
        journal.note(
                given.caseNumber(),
                "The %s says %s to %s"
                        .formatted(
                                side,
                                given.positive() ? "yes" : "no",
                                given.occasion().english()),
                given.reason());
        return true;
    }

    @Transactional(readOnly = true)
    public Optional<PartyAnswer> find(String caseNumber, Occasion occasion, int round, Side side) {
        return answers.findByCaseNumberAndOccasionAndRoundAndSide(caseNumber, occasion, round, side);
    }

    /** @throws Refusal where the side has not answered */
    @Transactional(readOnly = true)
    public PartyAnswer of(String caseNumber, Occasion occasion, int round, Side side) {
        return find(caseNumber, occasion, round, side)
                .orElseThrow(() -> Refusal.conflict("The %s has not answered on %s of %s yet."
                        .formatted(side.lower(), occasion.english(), caseNumber)));
    }

    /** All answers in a case, oldest first. */
    @Transactional(readOnly = true)
    public List<PartyAnswer> of(String caseNumber) {
        return answers.findByCaseNumberOrderByAt(caseNumber);
    }
}
