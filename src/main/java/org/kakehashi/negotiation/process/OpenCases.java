package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.CaseOpening;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.springframework.stereotype.Component;

/** Opens a case for each accepted match of a record that has none, and looks for news of candidates. */
@Component
class OpenCases implements JavaDelegate {

    private final CaseOpening opening;
    private final Transfers transfers;

    OpenCases(CaseOpening opening, Transfers transfers) {
        this.opening = opening;
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String record = (String) execution.getVariable(Variables.RECORD_NUMBER);
        opening.openAll(record);
        execution.setVariable(Variables.NEWS_ARRIVED, transfers.takeNews(record));
    }
}
