package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.process.ContractSigningProcess.Elements;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Reminds the adviser of a side that has not signed. */
@Component
class RemindOfSignature implements JavaDelegate {

    private final Escalation escalation;
    private final LicensingCases cases;
    private final Journal journal;

    RemindOfSignature(Escalation escalation, LicensingCases cases, Journal journal) {
        this.escalation = escalation;
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.RECORD_SIGNATURE);
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        cases.remind(number, Occasion.SIGNATURE, 1, Sides.of(execution));
        journal.note(
                number,
                "Reminder: signature of the " + Sides.of(execution).lower(),
                "The company has not signed the contract yet.");
    }
}
