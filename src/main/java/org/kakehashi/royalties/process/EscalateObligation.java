package org.kakehashi.royalties.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.royalties.process.ObligationProcess.Elements;
import org.springframework.stereotype.Component;

/** Hands what is long overdue to the managers as well, and mails the obliged parties once more. */
@Component
class EscalateObligation implements JavaDelegate {

    private final ObligationDesk desk;
    private final Escalation escalation;

    EscalateObligation(ObligationDesk desk, Escalation escalation) {
        this.desk = desk;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Elements.TASKS.forEach(task -> escalation.toManagers(execution.getProcessInstanceId(), task));
        desk.remind(execution, "Escalated to managers");
    }
}
