package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Elements;
import org.kakehashi.platform.camunda.Escalation;
import org.springframework.stereotype.Component;

@Component
class EscalateToolLicence implements JavaDelegate {

    private final Escalation escalation;

    EscalateToolLicence(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.toManagers(execution.getProcessInstanceId(), Elements.CONFIRM_TOOL_LICENCE);
    }
}
