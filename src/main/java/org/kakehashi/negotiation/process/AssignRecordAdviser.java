package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.negotiation.Advising;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Errors;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.springframework.stereotype.Component;

/** Finds the adviser who stands by a record. */
@Component
class AssignRecordAdviser implements JavaDelegate {

    private final Advising advising;

    AssignRecordAdviser(Advising advising) {
        this.advising = advising;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String record = (String) execution.getVariable(Variables.RECORD_NUMBER);
        execution.setVariable(
                Variables.RECORD_ADVISER,
                advising.ofRecord(record, Transfer.Origin.sideOf((String) execution.getVariable(Variables.ORIGIN)))
                        .orElseThrow(() -> new BpmnError(
                                Errors.ADVISER_MISSING,
                                "Every adviser left is tied to the organisation of " + record)));
    }
}
