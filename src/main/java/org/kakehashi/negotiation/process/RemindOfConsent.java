package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.process.IntroductionProcess.Elements;
import org.kakehashi.negotiation.process.IntroductionProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Reminds the adviser of a side that has not answered on the introduction. */
@Component
class RemindOfConsent implements JavaDelegate {

    private final Escalation escalation;
    private final Journal journal;

    RemindOfConsent(Escalation escalation, Journal journal) {
        this.escalation = escalation;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.RECORD_CONSENT);
        journal.note(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                "Reminder: consent of the " + Parties.sideOf(execution).lower(),
                "The company has not answered on the introduction yet.");
    }
}
