package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.process.LegalClearanceProcess.Variables;
import org.springframework.stereotype.Component;

/** Has each restraint of the agreed terms judged. */
@Component
class DecideAntitrust implements JavaDelegate {

    private final Clearances clearances;

    DecideAntitrust(Clearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        execution.setVariable(Variables.ANTITRUST, clearances.decide(number).name());
    }
}
