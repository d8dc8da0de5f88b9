package org.kakehashi.contract.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.LicenceOverlaps;
import org.kakehashi.contract.process.ContractSigningProcess.Errors;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.springframework.stereotype.Component;

/** Enters the signed contract in the register, unless a live one stands against it. */
@Component
class RegisterContract implements JavaDelegate {

    private final Contracts contracts;

    RegisterContract(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            Contract contract = contracts.register((String) execution.getVariable(Variables.CASE_NUMBER));
            execution.setVariable(Variables.CONTRACT_NUMBER, contract.number());
            execution.setVariable(Variables.REGISTRATION_NEEDED, contract.needsRegistration());
        } catch (LicenceOverlaps e) {
            throw new BpmnError(Errors.LICENCE_OVERLAPS, e);
        }
    }
}
