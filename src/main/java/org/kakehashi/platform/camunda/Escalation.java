package org.kakehashi.platform.camunda;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What happens to a task that waits too long: it moves up in the lists, then managers may take it as well. Each time
 * those who may do it are written to.
 */
@Component
public class Escalation {

    /** Tasks begin with the engine's 50. */
    public static final int REMINDED = 75;

    public static final int OVERDUE = 100;

    private static final String MANAGERS = "managers";

    private final TaskService tasks;
    private final TaskLetters letters;

    Escalation(TaskService tasks, TaskLetters letters) {
        this.tasks = tasks;
        this.letters = letters;
    }

    /** Moves the open tasks of that element up. Nothing where the task is done already. */
    public void raise(String processInstanceId, String taskDefinitionKey) {
        List<Task> waiting = open(processInstanceId, taskDefinitionKey);
        waiting.forEach(task -> raise(task, REMINDED));
        letters.remind(waiting);
    }

    /** Moves the open tasks of that element to the top and offers them to the managers. */
    public void toManagers(String processInstanceId, String taskDefinitionKey) {
        open(processInstanceId, taskDefinitionKey).forEach(task -> {
            raise(task, OVERDUE);
            tasks.addCandidateGroup(task.getId(), MANAGERS);
        });
        letters.remind(open(processInstanceId, taskDefinitionKey));
    }

    /** Moves the open tasks of that element to the top and takes them from whoever holds them. */
    public void backToGroup(String processInstanceId, String taskDefinitionKey) {
        open(processInstanceId, taskDefinitionKey).forEach(task -> {
            raise(task, OVERDUE);
            tasks.setAssignee(task.getId(), null);
        });
        letters.remind(open(processInstanceId, taskDefinitionKey));
    }

    private List<Task> open(String processInstanceId, String taskDefinitionKey) {
        return tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(taskDefinitionKey)
                .list();
    }

    private void raise(Task task, int priority) {
        if (task.getPriority() < priority) {
            tasks.setPriority(task.getId(), priority);
        }
    }
}
