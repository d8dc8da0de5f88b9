package org.kakehashi.advisers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Handovers;
import org.kakehashi.advisers.process.AdviserHandoverProcess.Variables;
import org.springframework.stereotype.Component;

/** Finds a successor for each place that is still with who leaves. */
@Component
class ProposeSuccessors implements JavaDelegate {

    private final Handovers handovers;

    ProposeSuccessors(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.LEFT, handovers.propose(HandoverDesk.id(execution)));
    }
}
