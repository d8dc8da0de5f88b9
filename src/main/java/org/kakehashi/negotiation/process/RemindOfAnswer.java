package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Elements;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

@Component
class RemindOfAnswer implements JavaDelegate {

    private final Escalation escalation;
    private final LicensingCases cases;
    private final Journal journal;

    RemindOfAnswer(Escalation escalation, LicensingCases cases, Journal journal) {
        this.escalation = escalation;
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.ANSWER_OFFER);
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        cases.remind(number, Occasion.OFFER, (int) execution.getVariable(Variables.ROUND), Parties.sideOf(execution));
        journal.note(
                number,
                "Reminder: offer waits for its answer",
                "Round %s, the %s's move"
                        .formatted(execution.getVariable(Variables.ROUND), execution.getVariable(Variables.SIDE)));
    }
}
