package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.process.LegalClearanceProcess.Elements;
import org.kakehashi.contract.process.LegalClearanceProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Hands an overdue assessment of terms to the managers as well. */
@Component
class EscalateAssessment implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    EscalateAssessment(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.toManagers(execution.getProcessInstanceId(), Elements.ASSESS_TERMS);
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Escalation: assessment of the terms",
                "Legal has not assessed the terms in time; managers may take it up now.");
    }
}
