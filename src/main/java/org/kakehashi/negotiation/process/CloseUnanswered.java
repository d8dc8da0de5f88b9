package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.process.IntroductionProcess.Variables;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.stereotype.Component;

/** Ends a case in which a side has not answered on the introduction in time. */
@Component
class CloseUnanswered implements JavaDelegate {

    private final LicensingCases cases;

    CloseUnanswered(LicensingCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.end(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                OutcomeCode.NO_RESPONSE,
                "The " + Parties.sideOf(execution).lower() + " did not answer on the introduction in time.");
    }
}
