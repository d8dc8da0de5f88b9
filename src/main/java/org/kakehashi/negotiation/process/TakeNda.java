package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Variables;
import org.kakehashi.shared.Confidentiality;
import org.springframework.stereotype.Component;

/** Takes a side's answer to the confidentiality agreement. */
@Component
class TakeNda implements JavaDelegate {

    private final Replies replies;

    TakeNda(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean signed = replies.take(execution, Occasion.NDA, Confidentiality.NDA);
        execution.setVariableLocal(Variables.NDA_SIGNED, signed);
    }
}
