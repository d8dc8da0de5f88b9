package org.kakehashi.registry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class PublishSeed implements JavaDelegate {

    private final SeedRegistration registration;

    PublishSeed(SeedRegistration registration) {
        this.registration = registration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        registration.publish((String) execution.getVariable(Variables.SEED_NUMBER));
        execution.setVariable(Variables.PUBLISHED, true);
    }
}
