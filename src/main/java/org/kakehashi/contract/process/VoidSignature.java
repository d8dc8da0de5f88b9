package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.stereotype.Component;

/** Ends a case whose contract was not signed by both sides in time. */
@Component
class VoidSignature implements JavaDelegate {

    private final LicensingCases cases;

    VoidSignature(LicensingCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.end(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                OutcomeCode.TIMED_OUT,
                "The contract was not signed by both sides in time.");
    }
}
