package org.kakehashi.advisers.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Handover;
import org.kakehashi.advisers.Handovers;
import org.kakehashi.advisers.process.AdviserHandoverProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the process of a handover, and tells its model whom to ask; public, as expressions can call nothing else. */
@Component
public class HandoverDesk {

    private final Handovers handovers;
    private final Advisers advisers;
    private final RuntimeService processes;

    HandoverDesk(Handovers handovers, Advisers advisers, RuntimeService processes) {
        this.handovers = handovers;
        this.advisers = advisers;
        this.processes = processes;
    }

    @EventListener
    void on(Handover.Begun begun) {
        processes.startProcessInstanceByKey(
                AdviserHandoverProcess.KEY,
                begun.id().toString(),
                Map.of(Variables.HANDOVER_ID, begun.id().toString()));
    }

    /** The successors who are asked now. */
    public List<String> asked(String handoverId) {
        return handovers.asked(UUID.fromString(handoverId));
    }

    Adviser leaving(VariableScope scope) {
        return advisers.findById(handovers.of(id(scope)).userId()).orElseThrow();
    }

    static UUID id(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(Variables.HANDOVER_ID));
    }
}
