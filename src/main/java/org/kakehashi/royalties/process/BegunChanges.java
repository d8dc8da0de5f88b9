package org.kakehashi.royalties.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.kakehashi.royalties.Change;
import org.kakehashi.royalties.process.ContractChangeProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of a change that somebody begins. */
@Component
class BegunChanges {

    private final RuntimeService processes;

    BegunChanges(RuntimeService processes) {
        this.processes = processes;
    }

    @EventListener
    void on(Change.Begun begun) {
        processes.startProcessInstanceByKey(
                ContractChangeProcess.KEY,
                begun.contractNumber(),
                Map.of(
                        Variables.CHANGE_ID,
                        begun.id().toString(),
                        Variables.CHANGE_KIND,
                        begun.kind().name()));
    }
}
