package org.kakehashi.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.consultation.process.ConsultationProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class CloseUnreplied implements JavaDelegate {

    private final Consultations consultations;

    CloseUnreplied(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consultations.closeUnreplied((String) execution.getVariable(Variables.CONSULTATION_NUMBER));
    }
}
