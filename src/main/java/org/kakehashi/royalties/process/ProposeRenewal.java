package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Proposal;
import org.springframework.stereotype.Component;

/** A registrar proposes a later end, as the parties have agreed. */
@Component
class ProposeRenewal extends ChangeForm<ProposeRenewal.Answer> {

    record Answer(
            @NotNull(message = "must be a date") LocalDate endsOn,
            @Nullable String reason) {}

    ProposeRenewal(ChangeDesk desk) {
        super(desk);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        propose(task, Proposal.end(answer.endsOn(), StringUtils.defaultString(answer.reason())));
    }
}
