package org.kakehashi.advisers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Handovers;
import org.springframework.stereotype.Component;

/** Gives what was accepted to the successors. */
@Component
class MoveCases implements JavaDelegate {

    private final Handovers handovers;

    MoveCases(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.move(HandoverDesk.id(execution));
    }
}
