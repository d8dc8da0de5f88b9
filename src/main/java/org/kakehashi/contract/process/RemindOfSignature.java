package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.process.ContractSigningProcess.Elements;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Reminds the adviser of a side that has not signed. */
@Component
class RemindOfSignature implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    RemindOfSignature(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.RECORD_SIGNATURE);
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Reminder: signature of the " + Sides.of(execution).lower(),
                "The company has not signed the contract yet.");
    }
}
