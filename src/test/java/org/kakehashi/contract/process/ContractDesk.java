package org.kakehashi.contract.process;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.kakehashi.Desk;
import org.kakehashi.contract.AgreedCases;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Clears and signs contracts in tests, by those who do it, within a process that notes how each stage ended. */
@Component
public class ContractDesk {

    static final String CLEARED = "Receive_Cleared";
    static final String RETURNED = "Receive_Returned";
    static final String CONCLUDED = "Receive_Concluded";
    static final String ENDED = "Receive_Ended";

    private static final String AROUND_CLEARANCE = "around-clearance";
    private static final String AROUND_SIGNING = "around-signing";
    private static final String CASE_ENDED = "case-ended";

    private final RepositoryService models;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final Desk desk;

    ContractDesk(RepositoryService models, RuntimeService processes, TaskService tasks, Desk desk) {
        this.models = models;
        this.processes = processes;
        this.tasks = tasks;
        this.desk = desk;
    }

    void clear(String caseNumber) {
        if (unknown(AROUND_CLEARANCE)) {
            models.createDeployment()
                    .addModelInstance(
                            AROUND_CLEARANCE + ".bpmn",
                            Bpmn.createExecutableProcess(AROUND_CLEARANCE)
                                    .startEvent()
                                    .callActivity("Call_Clearance")
                                    .calledElement(LegalClearanceProcess.KEY)
                                    .camundaInBusinessKey("#{execution.processBusinessKey}")
                                    .camundaIn("caseNumber", "caseNumber")
                                    .camundaOut("cleared", "cleared")
                                    .exclusiveGateway("Gateway_Cleared")
                                    .condition("yes", "${cleared}")
                                    .receiveTask(CLEARED)
                                    .endEvent()
                                    .moveToNode("Gateway_Cleared")
                                    .condition("no", "${!cleared}")
                                    .receiveTask(RETURNED)
                                    .endEvent()
                                    .moveToActivity("Call_Clearance")
                                    .boundaryEvent("BoundaryEvent_Clearance")
                                    .error(CASE_ENDED)
                                    .receiveTask(ENDED)
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        processes.startProcessInstanceByKey(AROUND_CLEARANCE, caseNumber, Map.of("caseNumber", caseNumber));
        desk.runDueJobs(caseNumber);
    }

    public void sign(String caseNumber) {
        if (unknown(AROUND_SIGNING)) {
            models.createDeployment()
                    .addModelInstance(
                            AROUND_SIGNING + ".bpmn",
                            Bpmn.createExecutableProcess(AROUND_SIGNING)
                                    .startEvent()
                                    .callActivity("Call_Signing")
                                    .calledElement(ContractSigningProcess.KEY)
                                    .camundaInBusinessKey("#{execution.processBusinessKey}")
                                    .camundaIn("caseNumber", "caseNumber")
                                    .camundaIn("licenseeAdviser", "licenseeAdviser")
                                    .receiveTask(CONCLUDED)
                                    .endEvent()
                                    .moveToActivity("Call_Signing")
                                    .boundaryEvent("BoundaryEvent_Signing")
                                    .error(CASE_ENDED)
                                    .receiveTask(ENDED)
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        processes.startProcessInstanceByKey(
                AROUND_SIGNING,
                caseNumber,
                Map.of("caseNumber", caseNumber, "licenseeAdviser", AgreedCases.LICENSEE_ADVISER));
        desk.runDueJobs(caseNumber);
    }

    /** Where the case's surrounding process stands; itself within the stage while the stage runs. */
    String position(String caseNumber) {
        ProcessInstance around =
                processes.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .filter(instance -> instance.getProcessDefinitionId().startsWith("around-"))
                        .findFirst()
                        .orElseThrow();
        return String.join(",", processes.getActiveActivityIds(around.getId()));
    }

    public void as(String user, String element, String caseNumber, Map<String, ?> answer) {
        as(user, () -> {
            desk.complete(caseNumber, element, answer);
            return caseNumber;
        });
    }

    void as(String user, Task task, Map<String, ?> answer) {
        as(user, () -> {
            desk.complete(task, answer);
            return user;
        });
    }

    public List<Task> tasks(String caseNumber, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(element)
                .orderByTaskAssignee()
                .asc()
                .list();
    }

    static <T> T as(String user, Supplier<T> deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private boolean unknown(String key) {
        return models.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0;
    }
}
