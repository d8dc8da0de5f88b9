package org.kakehashi.royalties.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Change;
import org.kakehashi.royalties.Changes;
import org.kakehashi.royalties.Successions;
import org.kakehashi.royalties.process.ContractChangeProcess.Variables;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** What every form of a contract's change asks. */
@Component
record ChangeDesk(Changes changes, Agreements agreements, Contracts contracts, Successions successions) {

    String party(Contract contract, Side side) {
        return successions.present(contract, side).name();
    }

    Change change(DelegateTask task) {
        return changes.of(UUID.fromString((String) task.getVariable(Variables.CHANGE_ID)));
    }
}
