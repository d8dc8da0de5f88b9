package org.kakehashi.advisers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.advisers.Dispatches;
import org.springframework.stereotype.Component;

/** The adviser sits at the host from now on. */
@Component
class BeginTerm implements JavaDelegate {

    private final Dispatches dispatches;

    BeginTerm(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dispatches.begin(DispatchDesk.id(execution));
    }
}
