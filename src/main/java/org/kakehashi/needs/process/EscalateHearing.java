package org.kakehashi.needs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.needs.process.NeedHearingProcess.Elements;
import org.kakehashi.needs.process.NeedHearingProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

@Component
class EscalateHearing implements JavaDelegate {

    private final Journal journal;
    private final Escalation escalation;

    EscalateHearing(Journal journal, Escalation escalation) {
        this.journal = journal;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        journal.note(
                (String) execution.getVariable(Variables.NEED_NUMBER),
                "Escalated to managers",
                "The hearing is overdue.");
        escalation.toManagers(execution.getProcessInstanceId(), Elements.HEAR_NEED);
    }
}
