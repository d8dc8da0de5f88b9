package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.process.ApprovalProcess.Elements;
import org.kakehashi.negotiation.process.ApprovalProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Takes late approvals from whoever holds them, so that any manager may decide. */
@Component
class EscalateApproval implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    EscalateApproval(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.backToGroup(execution.getProcessInstanceId(), Elements.APPROVE_TERMS);
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Approval escalated",
                "Any manager may take the approvals that are still missing.");
    }
}
