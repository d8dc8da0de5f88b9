package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.matching.Matching;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.springframework.stereotype.Component;

/** Opens the case of parties who met elsewhere. */
@Component
class AcceptIntroduction implements JavaDelegate {

    private final LicensingCases cases;
    private final Matching matching;

    AcceptIntroduction(LicensingCases cases, Matching matching) {
        this.cases = cases;
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String match = (String) execution.getVariable(Variables.RECORD_NUMBER);
        cases.open(matching.match(match), null);
        execution.setVariable(
                Variables.CASE_NUMBER, cases.ofMatch(match).orElseThrow().number());
    }
}
