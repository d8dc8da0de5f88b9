package org.kakehashi.registry.process;

import jakarta.validation.constraints.NotNull;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The registrar checks the form of a record. */
@Component
class CheckRegistration implements UserTaskForm<CheckRegistration.Answer> {

    private final SeedFacts facts;
    private final SeedRegistration registration;

    CheckRegistration(SeedFacts facts, SeedRegistration registration) {
        this.facts = facts;
        this.registration = registration;
    }

    enum Result {
        COMPLETE,
        INCOMPLETE,
        REFUSED
    }

    record Answer(
            @NotNull(message = "Choose complete, incomplete or refused.")
            Result result,

            @Nullable String reason) {}

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return facts.card(task, "Registration check");
    }

    @Override
    public Object facts(DelegateTask task) {
        return facts.sheet(task);
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = facts.of(task).number();
        String reason = StringUtils.defaultString(answer.reason()).strip();
        if (answer.result() != Result.COMPLETE && reason.isEmpty()) {
            throw Refusal.invalid("Say what is missing, or why the record is refused.");
        }
        switch (answer.result()) {
            case COMPLETE -> registration.confirmComplete(number);
            case INCOMPLETE -> registration.returnAsIncomplete(number, reason);
            case REFUSED -> registration.refuse(number, reason);
        }
        task.setVariable(Variables.CHECK_RESULT, answer.result().name());
        task.setVariable(Variables.PUBLISHED, false);
    }
}
