package org.kakehashi.registry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.process.SeedRegistrationProcess.Elements;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class RemindRegistrant implements JavaDelegate {

    private final SeedRegistration registration;
    private final Escalation escalation;

    RemindRegistrant(SeedRegistration registration, Escalation escalation) {
        this.registration = registration;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        registration.remindOfMissing((String) execution.getVariable(Variables.SEED_NUMBER));
        escalation.raise(execution.getProcessInstanceId(), Elements.COMPLETE_REGISTRATION);
    }
}
