package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.process.LegalClearanceProcess.Variables;
import org.springframework.stereotype.Component;

/** Looks whether live contracts on the patent leave room for the agreed terms. */
@Component
class CheckOverlap implements JavaDelegate {

    private final Clearances clearances;

    CheckOverlap(Clearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean overlaps = clearances.overlaps((String) execution.getVariable(Variables.CASE_NUMBER));
        execution.setVariable(Variables.OVERLAPS, overlaps);
        execution.setVariable(Variables.CLEARED, !overlaps);
    }
}
