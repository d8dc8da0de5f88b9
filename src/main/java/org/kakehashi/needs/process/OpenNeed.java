package org.kakehashi.needs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.process.NeedHearingProcess.Variables;
import org.springframework.stereotype.Component;

@Component
class OpenNeed implements JavaDelegate {

    private final NeedHearing hearing;

    OpenNeed(NeedHearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hearing.open((String) execution.getVariable(Variables.NEED_NUMBER));
    }
}
