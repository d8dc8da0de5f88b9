package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.process.LegalClearanceProcess.Variables;
import org.springframework.stereotype.Component;

/** Ends a case that a gate has blocked, with the gate's reason. */
@Component
class BlockCase implements JavaDelegate {

    private final Clearances clearances;

    BlockCase(Clearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clearances.endBlocked((String) execution.getVariable(Variables.CASE_NUMBER));
    }
}
