package org.kakehashi.contract.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.process.ContractSigningProcess.Messages;
import org.kakehashi.shared.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the waiting case that the patent office's receipt has arrived. */
@Component
class ReceiptNews {

    private final RuntimeService processes;

    ReceiptNews(RuntimeService processes) {
        this.processes = processes;
    }

    @EventListener
    void on(Contract.ReceiptArrived receipt) {
        List<Execution> waiting = processes
                .createExecutionQuery()
                .processDefinitionKey(ContractSigningProcess.KEY)
                .processInstanceBusinessKey(receipt.caseNumber())
                .messageEventSubscriptionName(Messages.REGISTRATION_RECEIVED)
                .list();
        if (waiting.isEmpty()) {
            throw Refusal.conflict("Case " + receipt.caseNumber() + " does not wait for a receipt.");
        }
        waiting.forEach(execution -> processes.messageEventReceived(Messages.REGISTRATION_RECEIVED, execution.getId()));
    }
}
