package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.process.IntroductionProcess.Variables;
import org.kakehashi.shared.Confidentiality;
import org.springframework.stereotype.Component;

/** Takes a side's answer to the introduction. */
@Component
class TakeConsent implements JavaDelegate {

    private final Replies replies;

    TakeConsent(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean consents = replies.take(execution, Occasion.CONSENT, Confidentiality.INTRODUCED);
        execution.setVariableLocal(Variables.CONSENTS, consents);
    }
}
