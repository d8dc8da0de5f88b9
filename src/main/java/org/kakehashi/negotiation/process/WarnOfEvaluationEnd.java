package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.process.EvaluationProcess.Elements;
import org.kakehashi.negotiation.process.EvaluationProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Reminds the licensee's adviser that the evaluation ends soon. */
@Component
class WarnOfEvaluationEnd implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    WarnOfEvaluationEnd(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.RECORD_EVALUATION_RESULT);
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Reminder: the evaluation ends soon",
                "Ask the licensee for its result, or agree on more time.");
    }
}
