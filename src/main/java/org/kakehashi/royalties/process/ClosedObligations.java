package org.kakehashi.royalties.process;

import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.process.ObligationProcess.Messages;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Ends the process of an obligation that was settled elsewhere; one settled by its own form has ended already. */
@Component
class ClosedObligations {

    private final RuntimeService processes;

    ClosedObligations(RuntimeService processes) {
        this.processes = processes;
    }

    @ApplicationModuleListener
    void on(Obligation.Closed closed) {
        processes
                .createExecutionQuery()
                .processDefinitionKey(ObligationProcess.KEY)
                .processInstanceBusinessKey(closed.number())
                .messageEventSubscriptionName(Messages.OBLIGATION_CLOSED)
                .list()
                .forEach(waiting -> processes.messageEventReceived(Messages.OBLIGATION_CLOSED, waiting.getId()));
    }
}
