package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.process.IntroductionProcess.Elements;
import org.kakehashi.negotiation.process.IntroductionProcess.Variables;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Reminds the adviser of a side that has not answered on the introduction. */
@Component
class RemindOfConsent implements JavaDelegate {

    private final Escalation escalation;
    private final LicensingCases cases;
    private final Journal journal;

    RemindOfConsent(Escalation escalation, LicensingCases cases, Journal journal) {
        this.escalation = escalation;
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.raise(execution.getProcessInstanceId(), Elements.RECORD_CONSENT);
        String number = (String) execution.getVariable(Variables.CASE_NUMBER);
        cases.remind(number, Occasion.CONSENT, 1, Parties.sideOf(execution));
        journal.note(
                number,
                "Reminder: consent of the " + Parties.sideOf(execution).lower(),
                "The company has not answered on the introduction yet.");
    }
}
