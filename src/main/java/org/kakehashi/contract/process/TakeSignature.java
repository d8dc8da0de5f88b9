package org.kakehashi.contract.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** Takes what a side answered when it was asked to sign; a refusal ends the case. */
@Component
class TakeSignature implements JavaDelegate {

    private final PartyAnswers answers;
    private final LicensingCases cases;

    TakeSignature(PartyAnswers answers, LicensingCases cases) {
        this.answers = answers;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        Side side = Sides.of(execution);
        PartyAnswer answer = answers.of(number, Occasion.SIGNATURE, 1, side);
        if (!answer.positive()) {
            cases.end(
                    number,
                    Objects.requireNonNullElse(answer.outcome(), OutcomeCode.WITHDRAWN),
                    "The " + side.lower() + " does not sign: " + answer.reason());
        } else {
            boolean last =
                    answers.find(number, Occasion.SIGNATURE, 1, side.other()).isPresent();
            cases.move(number, last ? Move.PROGRAMME : Move.of(side.other()));
        }
        execution.setVariableLocal(Variables.SIGNED, answer.positive());
    }
}
