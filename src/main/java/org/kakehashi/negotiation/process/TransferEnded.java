package org.kakehashi.negotiation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.kakehashi.advisers.Workload;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.springframework.stereotype.Component;

/** Takes a record that is through off its adviser's hands. */
@Component
class TransferEnded implements ExecutionListener {

    private final Workload workload;

    TransferEnded(Workload workload) {
        this.workload = workload;
    }

    @Override
    public void notify(DelegateExecution execution) {
        workload.closed((String) execution.getVariable(Variables.RECORD_NUMBER));
    }
}
