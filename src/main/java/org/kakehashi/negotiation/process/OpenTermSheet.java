package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class OpenTermSheet implements JavaDelegate {

    private final TermSheets sheets;

    OpenTermSheet(TermSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sheets.open((String) execution.getVariable(Variables.CASE_NUMBER));
    }
}
