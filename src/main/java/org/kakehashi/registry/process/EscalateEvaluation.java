package org.kakehashi.registry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.registry.process.SeedRegistrationProcess.Elements;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class EscalateEvaluation implements JavaDelegate {

    private final Journal journal;
    private final Escalation escalation;

    EscalateEvaluation(Journal journal, Escalation escalation) {
        this.journal = journal;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        journal.note(
                (String) execution.getVariable(Variables.SEED_NUMBER),
                "Escalated to managers",
                "The evaluation is overdue.");
        escalation.toManagers(execution.getProcessInstanceId(), Elements.EVALUATE_SEED);
    }
}
