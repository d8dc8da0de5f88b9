package org.kakehashi.negotiation.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Elements;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Opens the waiting task to the managers; after the next counter-offer one of them decides whether to go on. */
@Component
class EscalateNegotiation implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    EscalateNegotiation(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List.of(Elements.DRAFT_OFFER, Elements.ANSWER_OFFER, Elements.MEDIATE)
                .forEach(task -> escalation.toManagers(execution.getProcessInstanceId(), task));
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Negotiation escalated to the managers",
                "The terms are still not agreed.");
    }
}
