package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Elements;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Hands the overdue signature of a confidentiality agreement to the managers as well. */
@Component
class EscalateNda implements JavaDelegate {

    private final Escalation escalation;
    private final LicensingCases cases;
    private final Journal journal;

    EscalateNda(Escalation escalation, LicensingCases cases, Journal journal) {
        this.escalation = escalation;
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.toManagers(execution.getProcessInstanceId(), Elements.RECORD_NDA);
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        cases.remind(number, Occasion.NDA, 1, Parties.sideOf(execution));
        journal.note(
                number,
                "Escalation: confidentiality agreement of the "
                        + Parties.sideOf(execution).lower(),
                "It is not signed yet; managers may take it up now.");
    }
}
