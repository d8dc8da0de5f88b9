package org.kakehashi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.springframework.stereotype.Component;

/** A desk in a test: what a person does in Tasklist, and the office clock's due jobs, by business key. */
@Component
public class Desk {

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final ObjectMapper json;

    Desk(TaskService tasks, FormService forms, RuntimeService processes, ManagementService jobs, ObjectMapper json) {
        this.tasks = tasks;
        this.forms = forms;
        this.processes = processes;
        this.jobs = jobs;
        this.json = json;
    }

    /** The definition keys of the open tasks of a record or case. */
    public List<String> open(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The one open task with that definition key. */
    public Task task(String businessKey, String definitionKey) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(definitionKey)
                .list();
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + definitionKey + " of " + businessKey + ", found " + found.size()
                    + "; open are " + open(businessKey));
        }
        return found.get(0);
    }

    public void complete(String businessKey, String definitionKey, Map<String, ?> answer) {
        complete(task(businessKey, definitionKey), answer);
    }

    /** Completes the task as a person does, then runs what is due at once. */
    public void complete(Task task, Map<String, ?> answer) {
        String businessKey = processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        try {
            forms.submitTaskForm(
                    task.getId(),
                    Map.of(
                            UserTaskForm.ANSWER,
                            SpinValues.jsonValue(json.writeValueAsString(answer))
                                    .create()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        runDueJobs(businessKey);
    }

    /** What the form of a task shows. */
    public SpinJsonNode facts(Task task) {
        return (SpinJsonNode) tasks.getVariableLocal(task.getId(), UserTaskForm.FACTS);
    }

    /** Runs the jobs of all process instances of the business key that are due, until none is left. */
    public void runDueJobs(String businessKey) {
        for (int round = 0; round < 50; round++) {
            List<Job> due =
                    processes.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                            .map(ProcessInstance::getId)
                            .flatMap(id -> jobs.createJobQuery().processInstanceId(id).executable().list().stream())
                            .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::run);
        }
        throw new AssertionError("Jobs of " + businessKey + " keep coming");
    }

    /** A job that collides with a listener is due again at once, as it is after some seconds in the job executor. */
    private void run(Job job) {
        try {
            if (jobs.createJobQuery().jobId(job.getId()).count() == 1) {
                jobs.executeJob(job.getId());
            }
        } catch (OptimisticLockingException e) {
            jobs.setJobDuedate(job.getId(), null);
        }
    }
}
