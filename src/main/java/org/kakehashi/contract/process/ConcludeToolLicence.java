package org.kakehashi.contract.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.ToolLicences;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Errors;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class ConcludeToolLicence implements JavaDelegate {

    private final ToolLicences licences;

    ConcludeToolLicence(ToolLicences licences) {
        this.licences = licences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> obstacle = licences.conclude((String) execution.getVariable(Variables.LICENCE_NUMBER));
        if (obstacle.isPresent()) {
            execution.setVariable(Variables.OBSTACLE, obstacle.get());
            throw new BpmnError(Errors.LICENCE_STANDS_AGAINST);
        }
    }
}
