package org.kakehashi.registry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class WithdrawSeed implements JavaDelegate {

    private final SeedRegistration registration;

    WithdrawSeed(SeedRegistration registration) {
        this.registration = registration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        registration.withdraw(
                (String) execution.getVariable(Variables.SEED_NUMBER), "What was missing did not come in time.", false);
        execution.setVariable(Variables.PUBLISHED, false);
    }
}
