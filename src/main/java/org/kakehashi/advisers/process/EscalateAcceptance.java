package org.kakehashi.advisers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.process.AdviserHandoverProcess.Elements;
import org.kakehashi.platform.camunda.Escalation;
import org.springframework.stereotype.Component;

/** Lets managers answer for successors who are silent. */
@Component
class EscalateAcceptance implements JavaDelegate {

    private final Escalation escalation;

    EscalateAcceptance(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.toManagers(execution.getProcessInstanceId(), Elements.ACCEPT_CASES);
    }
}
