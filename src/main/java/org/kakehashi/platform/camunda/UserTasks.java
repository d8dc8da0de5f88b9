package org.kakehashi.platform.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Joins every user task to its {@link UserTaskForm} by the mechanical rule {@code Task_SendOffer} to bean
 * {@code sendOffer}, and guards who may claim, hand over and complete, since no authorization row per task does.
 */
@Component
class UserTasks extends AbstractBpmnParseListener {

    private final BeanFactory beans;
    private final ObjectMapper json;
    private final Validator validator;

    UserTasks(BeanFactory beans, ObjectMapper json, Validator validator) {
        this.beans = beans;
        this.json = json;
        this.validator = validator;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::show);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::guardAssignment);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::take);
    }

    private void show(DelegateTask task) {
        UserTaskForm<?> form = formOf(task);
        TaskCard card = form.card(task);
        if (task.getAssignee() != null) {
            beans.getBean(Deputies.class)
                    .takes(task.getId(), card.caseNumber(), task.getAssignee())
                    .ifPresent(task::setAssignee);
        }
        task.setVariableLocal("caseNumber", card.caseNumber());
        task.setVariableLocal("parties", StringUtils.abbreviate(card.parties(), 200));
        task.setVariableLocal("stage", card.stage());
        task.setVariableLocal(UserTaskForm.FACTS, asJson(asText(json.valueToTree(form.facts(task)))));
        task.setVariableLocal(
                UserTaskForm.ANSWER,
                asJson(form.draft(task).map(Object.class::cast).orElse(Map.of())));
    }

    private void guardAssignment(DelegateTask task) {
        Authentication user = Context.getCommandContext().getAuthentication();
        String assignee = task.getAssignee();
        if (user == null || assignee == null || isNew(task)) {
            return;
        }
        if (user.getUserId().equals(assignee)) {
            checkClaim(task, user);
        } else {
            beans.getBean(HandOvers.class).check(task, assignee);
            formOf(task).handOver(task, assignee);
            beans.getBean(HandOvers.class).note(task, assignee);
        }
    }

    /** Whether the model has just made the task, so that its assignee is the model's and not the user's choice. */
    private static boolean isNew(DelegateTask task) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .isTransient((TaskEntity) task);
    }

    private static void checkClaim(DelegateTask task, Authentication user) {
        Set<String> groups = user.getGroupIds() == null ? Set.of() : Set.copyOf(user.getGroupIds());
        if (task.getCandidates().stream()
                .noneMatch(link -> user.getUserId().equals(link.getUserId()) || groups.contains(link.getGroupId()))) {
            throw Refusal.forbidden("This task is for another group.");
        }
    }

    private void take(DelegateTask task) {
        Authentication user = Context.getCommandContext().getAuthentication();
        if (user != null && !user.getUserId().equals(task.getAssignee())) {
            throw Refusal.forbidden("Only the person who has claimed this task can complete it.");
        }
        complete(task, formOf(task));
    }

    private <A> void complete(DelegateTask task, UserTaskForm<A> form) {
        A answer = read(given(task), form.answerType());
        Set<ConstraintViolation<A>> violations = validator.validate(answer);
        if (!violations.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    violations.stream()
                            .sorted(Comparator.comparing(
                                    violation -> violation.getPropertyPath().toString()))
                            .map(violation ->
                                    label(violation.getPropertyPath().toString()) + ": " + violation.getMessage())
                            .toList());
        }
        form.complete(task, answer);
    }

    /**
     * What the user gave: a submitted form overwrites the task's draft, whereas a plain completion with variables, as
     * integrators do it, leaves its answer behind with the process.
     */
    private static @Nullable Object given(DelegateTask task) {
        Object plain = task.getExecution().getVariable(UserTaskForm.ANSWER);
        if (plain == null) {
            return task.getVariableLocal(UserTaskForm.ANSWER);
        }
        task.getExecution().removeVariable(UserTaskForm.ANSWER);
        return plain;
    }

    private <A> A read(@Nullable Object answer, Class<A> type) {
        try {
            return json.readValue(answer instanceof SpinJsonNode node ? node.toString() : "{}", type);
        } catch (InvalidFormatException e) {
            throw Refusal.invalid(
                    label(path(e)) + ": \"" + e.getValue() + "\" is not " + expected(e.getTargetType()) + ".");
        } catch (JsonMappingException e) {
            throw Refusal.invalid(label(path(e)) + ": the entry does not have the expected form.");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("The answer is not readable as JSON.");
        }
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + StringUtils.join(type.getEnumConstants(), ", ");
        }
        return Number.class.isAssignableFrom(type) ? "a number" : "a date such as 2026-12-24";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "row " + (step.getIndex() + 1) : step.getFieldName())
                .collect(Collectors.joining(", "));
    }

    private static String label(String name) {
        return StringUtils.capitalize(String.join(" ", StringUtils.splitByCharacterTypeCamelCase(name))
                .toLowerCase(Locale.ROOT));
    }

    /** A form shows single facts as Markdown: what people typed begins no markup and no link there. Lists are not touched. */
    private static JsonNode asText(JsonNode facts) {
        if (facts instanceof ObjectNode fields) {
            fields.properties()
                    .forEach(fact -> fact.setValue(
                            fact.getValue().isTextual()
                                    ? TextNode.valueOf(fact.getValue()
                                            .textValue()
                                            .replace("<", "&lt;")
                                            .replace("[", "\\["))
                                    : asText(fact.getValue())));
        }
        return facts;
    }

    private Object asJson(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The facts of a form cannot be written as JSON", e);
        }
    }

    private UserTaskForm<?> formOf(DelegateTask task) {
        String name = StringUtils.uncapitalize(StringUtils.removeStart(task.getTaskDefinitionKey(), "Task_"));
        return beans.getBean(name, UserTaskForm.class);
    }
}
