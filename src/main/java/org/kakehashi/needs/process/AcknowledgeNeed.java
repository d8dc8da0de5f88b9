package org.kakehashi.needs.process;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.process.NeedHearingProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The adviser tells the company that its need has arrived, and when it will be heard. */
@Component
class AcknowledgeNeed implements UserTaskForm<AcknowledgeNeed.Answer> {

    private final NeedFacts facts;
    private final NeedHearing hearing;
    private final Clock clock;

    AcknowledgeNeed(NeedFacts facts, NeedHearing hearing, Clock clock) {
        this.facts = facts;
        this.hearing = hearing;
        this.clock = clock;
    }

    record Answer(
            @NotNull(message = "Enter the day agreed on for the hearing.")
            LocalDate hearingOn) {}

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return facts.card(task, "Need received");
    }

    @Override
    public Object facts(DelegateTask task) {
        return facts.sheet(task);
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (answer.hearingOn().isBefore(LocalDate.now(clock))) {
            throw Refusal.invalid("The hearing cannot lie in the past: " + answer.hearingOn() + ".");
        }
        hearing.acknowledge(facts.of(task).number(), answer.hearingOn());
        task.setVariable(Variables.OPENED, false);
    }
}
