package org.kakehashi.registry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.registry.process.SeedRegistrationProcess.Elements;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class RemindRegistrant implements JavaDelegate {

    private final Journal journal;
    private final Escalation escalation;

    RemindRegistrant(Journal journal, Escalation escalation) {
        this.journal = journal;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        journal.note(
                (String) execution.getVariable(Variables.SEED_NUMBER), "Reminder", "The record is still incomplete.");
        escalation.raise(execution.getProcessInstanceId(), Elements.COMPLETE_REGISTRATION);
    }
}
