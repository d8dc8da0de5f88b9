package org.kakehashi.negotiation.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Absences;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.process.LicensingCaseProcess.Variables;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** Carries a change of adviser into the processes of a record or case: their variables, and the open tasks. */
@Component
class AdviserHandOvers {

    private static final String SIDE = "side";

    private final RuntimeService processes;
    private final TaskService tasks;
    private final RepositoryService models;
    private final Absences absences;

    AdviserHandOvers(RuntimeService processes, TaskService tasks, RepositoryService models, Absences absences) {
        this.processes = processes;
        this.tasks = tasks;
        this.models = models;
        this.absences = absences;
    }

    void handed(LicensingCase licensingCase, Side side, @Nullable String before, String now) {
        Map<String, @Nullable Object> advisers = new HashMap<>();
        advisers.put(Variables.LICENSOR_ADVISER, licensingCase.licensorAdviser());
        advisers.put(Variables.LICENSEE_ADVISER, licensingCase.licenseeAdviser());
        advisers.put(Variables.SAME_ADVISER, licensingCase.hasOneAdviser());
        advisers.put(Variables.CONFIRMING_ADVISER, CaseVariables.confirming(licensingCase));
        update(licensingCase.number(), advisers);
        if (before != null) {
            boolean staysOnTheOtherSide =
                    before.equals(licensingCase.party(side.other()).adviser());
            move(licensingCase.number(), before, now, task -> !staysOnTheOtherSide || isOf(task, licensingCase, side));
        }
    }

    void handed(String recordNumber, String before, String now) {
        update(recordNumber, Map.of(TechnologyTransferProcess.Variables.RECORD_ADVISER, now));
        move(recordNumber, before, now, task -> true);
    }

    /** Only where a process knows the variable already. */
    private void update(String number, Map<String, ? extends @Nullable Object> values) {
        for (ProcessInstance instance : processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()) {
            Map<String, Object> known = processes.getVariablesLocal(instance.getId(), values.keySet());
            known.replaceAll((name, value) -> values.get(name));
            processes.setVariablesLocal(instance.getId(), known);
        }
    }

    private void move(String number, String before, String now, Predicate<Task> concerns) {
        Optional<Absence> away = absences.covering(now, number);
        String taker = away.map(Absence::deputy).orElse(now);
        for (Task task : ofAdviserAndDeputy(number, before)) {
            if (concerns.test(task)) {
                tasks.setAssignee(task.getId(), taker);
                away.ifPresent(absence -> absences.hold(absence.id(), task.getId()));
            }
        }
    }

    private List<Task> ofAdviserAndDeputy(String number, String adviser) {
        Optional<String> deputy = Optional.ofNullable(
                        absences.today(List.of(adviser)).get(adviser))
                .map(Absence::deputy);
        return tasks.createTaskQuery().processInstanceBusinessKey(number).taskAssigned().list().stream()
                .filter(task -> task.getAssignee().equals(adviser)
                        || deputy.filter(task.getAssignee()::equals).isPresent())
                .toList();
    }

    /** Whether the model gives the task to that side's adviser. */
    private boolean isOf(Task task, LicensingCase licensingCase, Side side) {
        UserTask element = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        String assignee = String.valueOf(element.getCamundaAssignee());
        if (assignee.contains(Variables.CONFIRMING_ADVISER)) {
            return licensingCase.foundFrom().filter(side.other()::equals).isPresent();
        }
        return assignee.contains("side)")
                ? side.lower().equals(tasks.getVariable(task.getId(), SIDE))
                : assignee.contains(side.lower());
    }
}
