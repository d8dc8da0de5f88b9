package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.ToolLicences;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class RefuseToolLicence implements JavaDelegate {

    private final ToolLicences licences;

    RefuseToolLicence(ToolLicences licences) {
        this.licences = licences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        licences.refuse((String) execution.getVariable(Variables.LICENCE_NUMBER), (String)
                execution.getVariable(Variables.OBSTACLE));
    }
}
