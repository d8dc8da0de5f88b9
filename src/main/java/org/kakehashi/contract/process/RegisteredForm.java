package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;

/** A form about a contract that stands in the register. */
abstract class RegisteredForm<A> extends ContractForm<A> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Position> positions, ContractSheet contract) {}

    private final Contracts contracts;

    RegisteredForm(CaseDesk desk, Contracts contracts, Stage stage, Move mover) {
        super(desk, stage, mover);
        this.contracts = contracts;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(sheet(task), positions(task), ContractSheet.of(contracts.of(contractNumber(task))));
    }

    static String contractNumber(DelegateTask task) {
        return (String) task.getVariable(Variables.CONTRACT_NUMBER);
    }
}
