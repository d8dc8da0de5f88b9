package org.kakehashi.demonstration.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.kakehashi.platform.camunda.InputRejected;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Works on tasks in the name of the invented people: claims, fills in the form, completes. */
@Component
@Profile("demonstration")
class DemonstrationPerson {

    private final TaskService tasks;
    private final IdentityService identities;
    private final ObjectMapper json;

    DemonstrationPerson(TaskService tasks, IdentityService identities, ObjectMapper json) {
        this.tasks = tasks;
        this.identities = identities;
        this.json = json;
    }

    /** Completes the task with its form's draft and the given entries; the first of its people whom no rule forbids. */
    void complete(Task task, Map<String, Object> entries) {
        List<String> people = task.getAssignee() == null ? candidates(task) : List.of(task.getAssignee());
        InputRejected refused = null;
        for (String person : people) {
            try {
                as(person, () -> {
                    if (task.getAssignee() == null) {
                        tasks.claim(task.getId(), person);
                    }
                    tasks.complete(task.getId(), Map.of(UserTaskForm.ANSWER, answer(task, entries)));
                });
                return;
            } catch (InputRejected e) {
                refused = e;
                if (task.getAssignee() == null) {
                    tasks.setAssignee(task.getId(), null);
                }
            }
        }
        throw new IllegalStateException("Nobody could complete " + task.getTaskDefinitionKey(), refused);
    }

    private Object answer(Task task, Map<String, Object> entries) {
        try {
            JsonNode draft = json.readTree(String.valueOf(tasks.getVariableLocal(task.getId(), UserTaskForm.ANSWER)));
            JsonNode answer = json.readerForUpdating(draft).readValue(json.writeValueAsString(entries));
            return SpinValues.jsonValue(answer.toString()).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .flatMap(group ->
                        identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream())
                .map(User::getId)
                .toList();
    }

    private void as(String person, Runnable work) {
        List<String> groups = identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(person, groups);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
            identities.clearAuthentication();
        }
    }
}
