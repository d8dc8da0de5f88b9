package org.kakehashi.negotiation.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.kakehashi.Desk;
import org.kakehashi.negotiation.LicensingCase;
import org.springframework.stereotype.Component;

/** Calls one stage of a case as the case does, and catches its end. */
@Component
class StageHost {

    private final RepositoryService models;
    private final RuntimeService processes;
    private final Desk desk;

    StageHost(RepositoryService models, RuntimeService processes, Desk desk) {
        this.models = models;
        this.processes = processes;
        this.desk = desk;
    }

    void begin(String stage, LicensingCase licensingCase, @Nullable String confirmingAdviser) {
        deploy(stage);
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("caseNumber", licensingCase.number());
        variables.put("seedNumber", licensingCase.seedNumber());
        variables.put("needNumber", licensingCase.needNumber());
        variables.put("licensorAdviser", licensingCase.licensorAdviser());
        variables.put("licenseeAdviser", licensingCase.licenseeAdviser());
        variables.put("confirmingAdviser", confirmingAdviser);
        processes.startProcessInstanceByKey(host(stage), licensingCase.number(), variables);
        desk.runDueJobs(licensingCase.number());
    }

    /** Whether the stage is over: done, or ended with the case. */
    boolean isOver(LicensingCase licensingCase) {
        return processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(licensingCase.number())
                        .count()
                == 0;
    }

    private void deploy(String stage) {
        if (models.createProcessDefinitionQuery()
                        .processDefinitionKey(host(stage))
                        .count()
                > 0) {
            return;
        }
        BpmnModelInstance model = Bpmn.createExecutableProcess(host(stage))
                .startEvent()
                .callActivity("Call_Stage")
                .calledElement(stage)
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .endEvent()
                .moveToActivity("Call_Stage")
                .boundaryEvent()
                .error("case-ended")
                .endEvent()
                .done();
        CallActivity call = model.getModelElementById("Call_Stage");
        CamundaIn all = model.newInstance(CamundaIn.class);
        all.setCamundaVariables("all");
        call.getExtensionElements().addChildElement(all);
        models.createDeployment().addModelInstance(host(stage) + ".bpmn", model).deploy();
    }

    private static String host(String stage) {
        return stage + "-host";
    }

    static Map<String, Object> no(String question, String outcome, String reason) {
        return Map.of(question, "false", "outcome", outcome, "reason", reason);
    }

    static List<String> sorted(String... elements) {
        return List.of(elements).stream().sorted().toList();
    }
}
