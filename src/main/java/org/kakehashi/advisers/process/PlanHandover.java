package org.kakehashi.advisers.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Handovers;
import org.springframework.stereotype.Component;

/** A manager looks at the proposed successors and changes what should be otherwise; then the successors are asked. */
@Component
class PlanHandover extends HandoverForm<PlanHandover.Answer> {

    record Answer(@Nullable List<@Valid Change> changes) {}

    /** @param item as {@code L-2026-000012 LICENSOR} */
    record Change(
            @NotBlank(message = "must be chosen") String item,
            @NotBlank(message = "must be chosen") String successor) {}

    PlanHandover(Handovers handovers, HandoverDesk desk, Advisers advisers) {
        super(handovers, desk, advisers);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return facts(task, handovers.left(HandoverDesk.id(task)));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        UUID id = HandoverDesk.id(task);
        if (answer.changes() != null) {
            answer.changes().forEach(change -> handovers.choose(id, change.item(), change.successor()));
        }
        handovers.asked(id);
    }
}
