package org.kakehashi.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.matching.process.MatchingProcess.Elements;
import org.kakehashi.matching.process.MatchingProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Reminds the adviser of a shortlist that waits. */
@Component
class RemindReviewer implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    RemindReviewer(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.REVIEW_SHORTLIST);
        journal.note(
                (String) execution.getVariable(Variables.RECORD_NUMBER),
                "Reminder: review the shortlist",
                "The candidates proposed for this record wait for a decision.");
    }
}
