package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.process.EvaluationProcess.Elements;
import org.kakehashi.negotiation.process.EvaluationProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Hands an evaluation whose time is over to the managers as well. */
@Component
class EscalateEvaluationEnd implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    EscalateEvaluationEnd(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.toManagers(execution.getProcessInstanceId(), Elements.RECORD_EVALUATION_RESULT);
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Escalation: the evaluation is over",
                "There is no result yet; managers may take it up now.");
    }
}
