package org.kakehashi.outcomes.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Elements;
import org.kakehashi.platform.camunda.Escalation;
import org.springframework.stereotype.Component;

/** Hands an overdue visit or review to the managers as well. */
@Component
class EscalateInquiry implements JavaDelegate {

    private final Escalation escalation;

    EscalateInquiry(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List.of(Elements.VISIT_LICENSEE, Elements.REVIEW_ANSWER)
                .forEach(task -> escalation.toManagers(execution.getProcessInstanceId(), task));
    }
}
