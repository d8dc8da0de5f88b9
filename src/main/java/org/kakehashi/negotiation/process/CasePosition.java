package org.kakehashi.negotiation.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a record or case stands in its processes, by its number. */
@Component
@Transactional(readOnly = true)
public class CasePosition {

    private static final String NUMBER = "caseNumber";

    private final RuntimeService processes;
    private final HistoryService history;
    private final RepositoryService models;
    private final TaskService tasks;
    private final People people;

    CasePosition(
            RuntimeService processes,
            HistoryService history,
            RepositoryService models,
            TaskService tasks,
            People people) {
        this.processes = processes;
        this.history = history;
        this.models = models;
        this.tasks = tasks;
        this.people = people;
    }

    /**
     * A process that the record or case is in, or was in last.
     *
     * @param process the key of the process
     * @param name of the process in words
     * @param ended whether nothing of the record or case runs any more
     */
    public record Diagram(String process, String name, boolean ended, List<Step> steps) {

        /** The ids of the steps as the page's script expects them. */
        public String marked() {
            return steps.stream().map(Step::id).distinct().collect(Collectors.joining(" "));
        }
    }

    /**
     * An element where the record or case stands now, or where it ended.
     *
     * @param stuck whether a technical fault keeps it here
     */
    public record Step(String id, String name, boolean stuck) {}

    /**
     * @param assignee who has claimed the task, by id
     * @param assigneeName what that user is called
     * @param groups who may claim it
     */
    public record OpenTask(
            String id,
            String name,
            @Nullable String assignee,
            @Nullable String assigneeName,
            List<String> groups,
            @Nullable Instant due) {}

    /** The processes of the number, the calling before the called. */
    public List<Diagram> diagrams(String number) {
        List<ProcessInstance> running = callersFirst(processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list());
        return running.isEmpty()
                ? lastOf(number).stream().map(this::ended).toList()
                : running.stream().map(this::running).toList();
    }

    /** The model of a process of the number, as it was when the process began. */
    public Optional<String> model(String number, String process) {
        return Stream.concat(
                        processes
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(number)
                                .processDefinitionKey(process)
                                .list()
                                .stream()
                                .map(ProcessInstance::getProcessDefinitionId),
                        lastOf(number).stream()
                                .filter(last -> last.getProcessDefinitionKey().equals(process))
                                .map(HistoricProcessInstance::getProcessDefinitionId))
                .findFirst()
                .map(this::text);
    }

    /** The open tasks of the number, the most urgent first. */
    public List<OpenTask> tasks(String number) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .orderByDueDate()
                .asc()
                .list();
        Map<String, String> names =
                people.names(open.stream().map(Task::getAssignee).toList());
        return open.stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        task.getName(),
                        task.getAssignee(),
                        task.getAssignee() == null ? null : names.get(task.getAssignee()),
                        task.getAssignee() == null ? groups(task) : List.of(),
                        instant(task.getDueDate())))
                .toList();
    }

    /** When the next task of each number is due; numbers without a task are absent. */
    public Map<String, Instant> nextDue(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<String, Task> open = tasks
                .createTaskQuery()
                .processInstanceBusinessKeyIn(numbers.toArray(String[]::new))
                .dueAfter(new Date(0))
                .list()
                .stream()
                .collect(Collectors.toMap(Task::getId, Function.identity()));
        if (open.isEmpty()) {
            return Map.of();
        }
        return processes
                .createVariableInstanceQuery()
                .taskIdIn(open.keySet().toArray(String[]::new))
                .variableName(NUMBER)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        number -> String.valueOf(number.getValue()),
                        number -> Objects.requireNonNull(open.get(number.getTaskId()))
                                .getDueDate()
                                .toInstant(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /** The number that a task belongs to. */
    public Optional<String> numberOfTask(String task) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                .map(found -> (String) tasks.getVariableLocal(task, NUMBER));
    }

    private Diagram running(ProcessInstance instance) {
        ProcessDefinition definition = models.getProcessDefinition(instance.getProcessDefinitionId());
        BpmnModelInstance model = models.getBpmnModelInstance(definition.getId());
        Set<String> stuck = processes.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .map(Incident::getActivityId)
                .collect(Collectors.toSet());
        List<Step> steps = leaves(processes.getActivityInstance(instance.getId()))
                .distinct()
                .map(id -> new Step(id, nameOf(model, id), stuck.contains(id)))
                .toList();
        return new Diagram(definition.getKey(), String.valueOf(definition.getName()), false, steps);
    }

    private Diagram ended(HistoricProcessInstance instance) {
        BpmnModelInstance model = models.getBpmnModelInstance(instance.getProcessDefinitionId());
        List<Step> ends = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceEndTime()
                .asc()
                .list()
                .stream()
                .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                .filter(activity -> instance.getId().equals(activity.getParentActivityInstanceId()))
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .map(id -> new Step(id, nameOf(model, id), false))
                .toList();
        return new Diagram(
                instance.getProcessDefinitionKey(), String.valueOf(instance.getProcessDefinitionName()), true, ends);
    }

    /** The outermost process of a number of which nothing runs any more. */
    private Optional<HistoricProcessInstance> lastOf(String number) {
        List<HistoricProcessInstance> all = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .orderByProcessInstanceStartTime()
                .desc()
                .list();
        Set<String> ids = all.stream().map(HistoricProcessInstance::getId).collect(Collectors.toSet());
        return all.stream()
                .filter(instance -> !ids.contains(String.valueOf(instance.getSuperProcessInstanceId())))
                .findFirst();
    }

    private List<ProcessInstance> callersFirst(List<ProcessInstance> instances) {
        if (instances.size() < 2) {
            return instances;
        }
        Map<String, String> callers = history
                .createHistoricProcessInstanceQuery()
                .processInstanceIds(
                        instances.stream().map(ProcessInstance::getId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        HistoricProcessInstance::getId,
                        instance -> String.valueOf(instance.getSuperProcessInstanceId())));
        return instances.stream()
                .sorted(Comparator.comparingLong(
                        instance -> Stream.iterate(instance.getId(), callers::containsKey, callers::get)
                                .count()))
                .toList();
    }

    private static Stream<String> leaves(@Nullable ActivityInstance activity) {
        if (activity == null) {
            return Stream.empty();
        }
        Stream<String> waiting =
                Stream.of(activity.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        ActivityInstance[] children = activity.getChildActivityInstances();
        return children.length == 0 && activity.getChildTransitionInstances().length == 0
                ? Stream.of(activity.getActivityId())
                : Stream.concat(Stream.of(children).flatMap(CasePosition::leaves), waiting);
    }

    private static String nameOf(BpmnModelInstance model, String id) {
        return model.getModelElementById(id) instanceof FlowElement element && element.getName() != null
                ? element.getName()
                : id;
    }

    private String text(String definition) {
        try (InputStream model = models.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
