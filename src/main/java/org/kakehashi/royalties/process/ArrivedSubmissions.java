package org.kakehashi.royalties.process;

import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.royalties.Submission;
import org.kakehashi.royalties.process.ObligationProcess.Messages;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Lays what a licensee has stated before the registrar; where its process has not begun yet, it finds it there. */
@Component
class ArrivedSubmissions {

    private final RuntimeService processes;

    ArrivedSubmissions(RuntimeService processes) {
        this.processes = processes;
    }

    @ApplicationModuleListener
    void on(Submission.Arrived arrived) {
        processes
                .createExecutionQuery()
                .processDefinitionKey(ObligationProcess.KEY)
                .processInstanceBusinessKey(arrived.obligationNumber())
                .messageEventSubscriptionName(Messages.STATEMENT_SUBMITTED)
                .list()
                .forEach(waiting -> processes.messageEventReceived(Messages.STATEMENT_SUBMITTED, waiting.getId()));
    }
}
