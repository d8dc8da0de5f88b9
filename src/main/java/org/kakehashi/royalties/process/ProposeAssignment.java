package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Proposal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** A registrar proposes that somebody else takes a party's place, as all three have agreed. */
@Component
class ProposeAssignment extends ChangeForm<ProposeAssignment.Answer> {

    record Answer(
            @NotNull(message = "must be chosen") Side side,
            @Nullable String successor,
            @NotNull(message = "must be a date") LocalDate effectiveOn,
            @Nullable String reason) {}

    ProposeAssignment(ChangeDesk desk) {
        super(desk);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        propose(
                task,
                Proposal.assignment(
                        answer.effectiveOn(),
                        answer.side(),
                        StringUtils.defaultString(answer.successor()),
                        StringUtils.defaultString(answer.reason())));
    }
}
