package org.kakehashi.consultation.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.kakehashi.consultation.Inquiry;
import org.kakehashi.consultation.process.ConsultationProcess.Messages;
import org.kakehashi.consultation.process.ConsultationProcess.Variables;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Speaks to the engine by the question's number. */
@Component
class ConsultationEngine implements Inquiry {

    private final RuntimeService processes;

    ConsultationEngine(RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public void begin(String number) {
        processes.startProcessInstanceByKey(
                ConsultationProcess.KEY, number, Map.of(Variables.CONSULTATION_NUMBER, number));
    }

    @Override
    public boolean replied(String number) {
        List<Execution> waiting = processes
                .createExecutionQuery()
                .processDefinitionKey(ConsultationProcess.KEY)
                .processInstanceBusinessKey(number)
                .messageEventSubscriptionName(Messages.ASKER_REPLIED)
                .list();
        try {
            waiting.forEach(execution -> processes.messageEventReceived(Messages.ASKER_REPLIED, execution.getId()));
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException(number + " has moved at the same moment", e);
        }
        return !waiting.isEmpty();
    }
}
