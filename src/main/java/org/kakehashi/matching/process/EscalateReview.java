package org.kakehashi.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.matching.process.MatchingProcess.Elements;
import org.kakehashi.matching.process.MatchingProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Hands an overdue shortlist to the managers as well. */
@Component
class EscalateReview implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    EscalateReview(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.toManagers(execution.getProcessInstanceId(), Elements.REVIEW_SHORTLIST);
        journal.note(
                (String) execution.getVariable(Variables.RECORD_NUMBER),
                "Escalation: the shortlist is overdue",
                "Managers may review it now.");
    }
}
