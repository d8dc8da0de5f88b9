package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.TermPace;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.stereotype.Component;

@Component
class TimeOutNegotiation implements JavaDelegate {

    private final LicensingCases cases;
    private final TermPace pace;

    TimeOutNegotiation(LicensingCases cases, TermPace pace) {
        this.cases = cases;
        this.pace = pace;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.end(
                (String) execution.getVariable(Variables.CASE_NUMBER),
                OutcomeCode.TIMED_OUT,
                "The sides did not agree on the terms within %d days."
                        .formatted(pace.endedAfter().toDays()));
    }
}
