package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Workload;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.process.LicensingCaseProcess.Variables;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Closes a case that has ended without a contract; whoever ended it has said why. */
@Component
class CloseCase implements JavaDelegate {

    private final LicensingCases cases;
    private final Workload workload;

    CloseCase(LicensingCases cases, Workload workload) {
        this.cases = cases;
        this.workload = workload;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        OutcomeCode outcome = cases.of(number).outcome();
        if (outcome == null) {
            throw Refusal.conflict("Case " + number + " cannot end without an outcome and its reason.");
        }
        workload.closed(number);
        execution.setVariable(Variables.OUTCOME, outcome.name());
    }
}
