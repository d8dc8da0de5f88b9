package org.kakehashi.advisers.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.process.AdviserDispatchProcess.Messages;
import org.kakehashi.advisers.process.AdviserDispatchProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the process of a dispatch that a host asks for, and tells it what the host has answered on its page. */
@Component
class DispatchDesk {

    private final RuntimeService processes;

    DispatchDesk(RuntimeService processes) {
        this.processes = processes;
    }

    @EventListener
    void on(Dispatch.Requested requested) {
        processes.startProcessInstanceByKey(
                AdviserDispatchProcess.KEY,
                requested.id().toString(),
                Map.of(Variables.DISPATCH_ID, requested.id().toString()));
    }

    @EventListener
    void on(Dispatch.Answered answered) {
        processes
                .createMessageCorrelation(Messages.HOST_ANSWERED)
                .processInstanceBusinessKey(answered.id().toString())
                .setVariable(Variables.CONFIRMED, answered.confirmed())
                .correlate();
    }

    static UUID id(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(Variables.DISPATCH_ID));
    }
}
