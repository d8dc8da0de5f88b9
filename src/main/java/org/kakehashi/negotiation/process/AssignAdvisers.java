package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.Advising;
import org.kakehashi.negotiation.process.LicensingCaseProcess.Variables;
import org.springframework.stereotype.Component;

/** Finds the adviser of each side of a case. */
@Component
class AssignAdvisers implements JavaDelegate {

    private final Advising advising;

    AssignAdvisers(Advising advising) {
        this.advising = advising;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        CaseVariables.advisers(execution, advising.assign(number));
    }
}
