package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.ToolLicences;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class CheckExclusiveLicences implements JavaDelegate {

    private final ToolLicences licences;

    CheckExclusiveLicences(ToolLicences licences) {
        this.licences = licences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable(Variables.LICENCE_NUMBER);
        execution.setVariable(
                Variables.OBSTACLE, licences.obstacle(licences.of(number)).orElse(""));
    }
}
