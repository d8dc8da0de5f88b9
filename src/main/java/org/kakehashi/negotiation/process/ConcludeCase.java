package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Workload;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.process.LicensingCaseProcess.Variables;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.stereotype.Component;

/** Closes a case that has its contract. */
@Component
class ConcludeCase implements JavaDelegate {

    private final LicensingCases cases;
    private final Workload workload;

    ConcludeCase(LicensingCases cases, Workload workload) {
        this.cases = cases;
        this.workload = workload;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        cases.end(number, OutcomeCode.CONCLUDED, "The contract is signed, reported and confirmed.");
        workload.closed(number);
        execution.setVariable(Variables.OUTCOME, OutcomeCode.CONCLUDED.name());
    }
}
