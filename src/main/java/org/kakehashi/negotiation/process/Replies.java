package org.kakehashi.negotiation.process;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** Takes what a side of a case has answered where both sides are asked at once. */
@Component
class Replies {

    private final LicensingCases cases;
    private final PartyAnswers answers;

    Replies(LicensingCases cases, PartyAnswers answers) {
        this.cases = cases;
        this.answers = answers;
    }

    /**
     * A no ends the case; the second yes admits both sides to the tier of information they have agreed on.
     *
     * @return whether the side says yes
     */
    boolean take(DelegateExecution execution, Occasion occasion, Confidentiality tier) {
        String number = (String) execution.getVariable("caseNumber");
        Side side = Parties.sideOf(execution);
        PartyAnswer answer = answers.of(number, occasion, 1, side);
        if (!answer.positive()) {
            OutcomeCode outcome = Objects.requireNonNullElse(answer.outcome(), OutcomeCode.WITHDRAWN);
            cases.end(number, outcome, "The " + side.lower() + ": " + answer.reason());
            return false;
        }
        Optional<PartyAnswer> other = answers.find(number, occasion, 1, side.other());
        if (other.isEmpty()) {
            cases.move(number, Move.of(side.other()));
        } else if (other.get().positive()) {
            cases.move(number, Move.PROGRAMME);
            cases.admitTo(number, tier);
        }
        return true;
    }
}
