package org.kakehashi.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.consultation.process.ConsultationProcess.Elements;
import org.kakehashi.platform.camunda.Escalation;
import org.springframework.stereotype.Component;

@Component
class EscalateQuestion implements JavaDelegate {

    private final Escalation escalation;

    EscalateQuestion(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.toManagers(execution.getProcessInstanceId(), Elements.ANSWER_QUESTION);
    }
}
