package org.kakehashi.royalties.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.royalties.process.ObligationProcess.Elements;
import org.springframework.stereotype.Component;

/** Moves what is due soon, or was, up in the lists, and mails the obliged parties. */
@Component
class RemindOfObligation implements JavaDelegate {

    private final ObligationDesk desk;
    private final Escalation escalation;

    RemindOfObligation(ObligationDesk desk, Escalation escalation) {
        this.desk = desk;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Elements.TASKS.forEach(task -> escalation.raise(execution.getProcessInstanceId(), task));
        desk.remind(execution, "Reminder");
    }
}
