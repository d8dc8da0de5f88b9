package org.kakehashi.contract.process;

import java.util.Objects;
import java.util.Optional;
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
import org.kakehashi.signing.Signatures;
import org.springframework.stereotype.Component;

/**
 * Takes what a side answered when it was asked to sign; a refusal ends the case. Where a scan was handed in there is no
 * answer before somebody has confirmed it.
 */
@Component
class TakeSignature implements JavaDelegate {

    private static final String HANDED_IN = "HANDED_IN";
    private static final String REJECTED = "REJECTED";

    private final PartyAnswers answers;
    private final Signatures signatures;
    private final LicensingCases cases;

    TakeSignature(PartyAnswers answers, Signatures signatures, LicensingCases cases) {
        this.answers = answers;
        this.signatures = signatures;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        Side side = Sides.of(execution);
        Optional<PartyAnswer> answer = answers.find(number, Occasion.SIGNATURE, 1, side);
        answer.ifPresent(given -> take(number, side, given));
        boolean handedIn = signatures.unconfirmed(number, side).isPresent();
        execution.setVariableLocal(
                Variables.SIGNED, answer.map(PartyAnswer::positive).orElse(false));
        execution.setVariableLocal(Variables.SCAN, answer.isPresent() ? null : handedIn ? HANDED_IN : REJECTED);
    }

    private void take(String number, Side side, PartyAnswer answer) {
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
    }
}
