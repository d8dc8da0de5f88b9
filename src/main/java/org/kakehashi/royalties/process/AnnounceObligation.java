package org.kakehashi.royalties.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the people of the case and the obliged parties what comes near. */
@Component
class AnnounceObligation implements JavaDelegate {

    private final ObligationDesk desk;

    AnnounceObligation(ObligationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remind(execution, "Comes near");
    }
}
