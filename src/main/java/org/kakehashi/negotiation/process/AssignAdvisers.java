package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.Advising;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.process.LicensingCaseProcess.Errors;
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
        LicensingCase licensingCase = advising.assign(number);
        CaseVariables.advisers(execution, licensingCase);
        if (licensingCase.licensorAdviser() == null || licensingCase.licenseeAdviser() == null) {
            throw new BpmnError(Errors.ADVISER_MISSING, "Every adviser left is tied to a party of " + number);
        }
    }
}
