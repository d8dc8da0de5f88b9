package org.kakehashi.advisers.process;

import jakarta.validation.constraints.NotNull;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.DispatchLinks;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.advisers.process.AdviserDispatchProcess.Variables;
import org.springframework.stereotype.Component;

/** A registrar records whether the host wants the adviser. */
@Component
class ConfirmDispatch extends DispatchForm<ConfirmDispatch.Answer> {

    record Answer(
            @NotNull(message = "must be chosen") Boolean confirmed,
            @Nullable String reason) {}

    ConfirmDispatch(Dispatches dispatches, DispatchLinks links, Advisers advisers) {
        super(dispatches, links, advisers);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String reason = StringUtils.defaultString(answer.reason()).strip();
        if (answer.confirmed()) {
            dispatches.confirm(DispatchDesk.id(task), reason);
        } else {
            dispatches.decline(DispatchDesk.id(task), true, reason);
        }
        task.setVariable(Variables.CONFIRMED, answer.confirmed());
    }
}
