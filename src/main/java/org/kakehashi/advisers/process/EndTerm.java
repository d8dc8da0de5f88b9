package org.kakehashi.advisers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Dispatches;
import org.springframework.stereotype.Component;

/** The term is over, and what is in hand is handed over. */
@Component
class EndTerm implements JavaDelegate {

    private final Dispatches dispatches;

    EndTerm(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dispatches.end(DispatchDesk.id(execution));
    }
}
