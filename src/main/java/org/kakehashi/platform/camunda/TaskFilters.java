package org.kakehashi.platform.camunda;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.kakehashi.platform.security.Roles;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The filters everybody finds in Tasklist at first login. Only "My tasks" refreshes by itself. Idempotent. */
@Component
@Order(2)
class TaskFilters implements ApplicationRunner {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final List<Map<String, String>> ON_THE_CARD = List.of(
            Map.of("name", "caseNumber", "label", "Case"),
            Map.of("name", "parties", "label", "Parties"),
            Map.of("name", "stage", "label", "Stage"));

    private final FilterService filters;
    private final TaskService tasks;
    private final EngineRights rights;

    TaskFilters(FilterService filters, TaskService tasks, EngineRights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        String[] everybody = EngineRights.TASK_GROUPS.toArray(String[]::new);
        filter("My tasks", "What is waiting for you", 10, "#14532d", mine(), true, everybody);
        filter(
                "My group's tasks",
                "Anyone of your group can claim these",
                20,
                "#1d4ed8",
                ofMyGroups(),
                false,
                everybody);
        filter(
                "Overdue",
                "Yours and past their due date",
                30,
                "#b91c1c",
                mine().dueBeforeExpression("${now()}"),
                false,
                everybody);
        filter(
                "Due this week",
                "Yours and due within seven days",
                40,
                "#b45309",
                mine().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusWeeks(1)}"),
                false,
                everybody);
        filter(
                "Waiting for the other side",
                "Answers and signatures the parties owe in your cases",
                50,
                "#6d28d9",
                mine().taskDefinitionKeyIn(PARTY_TASKS),
                false,
                everybody);
        filter(
                "All tasks",
                "Every open task of the programme",
                60,
                "#334155",
                tasks.createTaskQuery(),
                false,
                Roles.MANAGERS);
    }

    private static final String[] PARTY_TASKS = {
        "Task_RecordConsent",
        "Task_RecordNda",
        "Task_AnswerOffer",
        "Task_RecordEvaluationResult",
        "Task_RecordCoOwnerConsent",
        "Task_RecordSignature",
        "Task_CompleteRegistration"
    };

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression(ME);
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression(MY_GROUPS);
    }

    private void filter(
            String name,
            String description,
            int priority,
            String colour,
            TaskQuery query,
            boolean refresh,
            String... groups) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setProperties(new HashMap<>(Map.of(
                "description", description,
                "priority", priority,
                "color", colour,
                "refresh", refresh,
                "showUndefinedVariable", false,
                "variables", ON_THE_CARD)));
        filter.setQuery(query);
        filters.saveFilter(filter);
        String id = filter.getId();
        Arrays.stream(groups).forEach(group -> rights.grant(group, Resources.FILTER, id, Permissions.READ));
    }
}
