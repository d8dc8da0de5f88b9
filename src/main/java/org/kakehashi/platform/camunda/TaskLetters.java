package org.kakehashi.platform.camunda;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.platform.web.ProductAddress;
import org.springframework.stereotype.Component;

/**
 * Writes to whoever has a task, or else may claim it, that it waits. The letter names the case and the task; what it is
 * about is for the reader who signs in.
 */
@Component
class TaskLetters {

    private final TaskService tasks;
    private final IdentityService identities;
    private final Mails mails;
    private final ProductAddress product;
    private final Clock clock;

    TaskLetters(TaskService tasks, IdentityService identities, Mails mails, ProductAddress product, Clock clock) {
        this.tasks = tasks;
        this.identities = identities;
        this.mails = mails;
        this.product = product;
        this.clock = clock;
    }

    /** Each reader gets one letter, however many of these tasks are theirs. */
    void remind(List<Task> waiting) {
        waiting.stream()
                .flatMap(task -> readers(task).map(reader -> Map.entry(reader.getEmail(), letter(task, reader))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, more) -> first))
                .values()
                .forEach(mails::post);
    }

    private Stream<User> readers(Task task) {
        Stream<UserQuery> asked = task.getAssignee() != null
                ? Stream.of(identities.createUserQuery().userId(task.getAssignee()))
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                        .map(link -> identities.createUserQuery().memberOfGroup(link.getGroupId()));
        return asked.flatMap(query -> query.list().stream()).filter(user -> StringUtils.isNotBlank(user.getEmail()));
    }

    private Letter letter(Task task, User reader) {
        String number = (String) tasks.getVariableLocal(task.getId(), "caseNumber");
        return new Letter(
                reader.getEmail(),
                Locale.ENGLISH,
                "task-reminder",
                List.of(number, task.getName()),
                Map.of(
                        "name",
                        StringUtils.joinWith(" ", reader.getFirstName(), reader.getLastName()),
                        "number",
                        number,
                        "task",
                        task.getName(),
                        "dueOn",
                        DateTimeFormatter.ISO_LOCAL_DATE.format(
                                task.getDueDate().toInstant().atZone(clock.getZone())),
                        "address",
                        product.address() + "/camunda/app/tasklist/default/#/?task=" + task.getId()));
    }
}
