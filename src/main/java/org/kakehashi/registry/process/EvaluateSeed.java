package org.kakehashi.registry.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.springframework.stereotype.Component;

/** The adviser scores a seed and says whether it is licensable. */
@Component
class EvaluateSeed implements UserTaskForm<EvaluateSeed.Answer> {

    private static final String SCORE = "Give a score from 1 to 5.";

    private final SeedFacts facts;
    private final SeedRegistration registration;

    EvaluateSeed(SeedFacts facts, SeedRegistration registration) {
        this.facts = facts;
        this.registration = registration;
    }

    enum Verdict {
        LICENSABLE,
        NOT_LICENSABLE
    }

    record Answer(
            @NotNull(message = SCORE) @Min(value = 1, message = SCORE) @Max(value = 5, message = SCORE)
            Integer legalStatus,

            @NotNull(message = SCORE) @Min(value = 1, message = SCORE) @Max(value = 5, message = SCORE)
            Integer market,

            @NotNull(message = SCORE) @Min(value = 1, message = SCORE) @Max(value = 5, message = SCORE)
            Integer maturity,

            @NotNull(message = SCORE) @Min(value = 1, message = SCORE) @Max(value = 5, message = SCORE)
            Integer licensability,

            @NotBlank(message = "Give your reasons in a sentence.")
            String comment,

            @NotNull(message = "Say whether the seed is licensable.")
            Verdict verdict) {}

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return facts.card(task, "Seed evaluation");
    }

    @Override
    public Object facts(DelegateTask task) {
        return facts.sheet(task);
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = facts.of(task).number();
        registration.evaluate(
                number,
                new Seed.ScoreSheet(
                        answer.legalStatus(),
                        answer.market(),
                        answer.maturity(),
                        answer.licensability(),
                        answer.comment()));
        boolean licensable = answer.verdict() == Verdict.LICENSABLE;
        if (!licensable) {
            registration.refuse(number, answer.comment());
        }
        task.setVariable(Variables.LICENSABLE, licensable);
    }
}
