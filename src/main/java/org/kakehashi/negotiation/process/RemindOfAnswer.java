package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Elements;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

@Component
class RemindOfAnswer implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    RemindOfAnswer(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.ANSWER_OFFER);
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Reminder: offer waits for its answer",
                "Round %s, the %s's move"
                        .formatted(execution.getVariable(Variables.ROUND), execution.getVariable(Variables.SIDE)));
    }
}
