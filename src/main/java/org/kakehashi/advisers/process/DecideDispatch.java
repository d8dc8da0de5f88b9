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

/** A manager assigns an adviser to the host, or declines. */
@Component
class DecideDispatch extends DispatchForm<DecideDispatch.Answer> {

    record Answer(
            @NotNull(message = "must be chosen") Boolean approved,
            @Nullable String adviser,
            @Nullable String reason) {}

    DecideDispatch(Dispatches dispatches, DispatchLinks links, Advisers advisers) {
        super(dispatches, links, advisers);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String reason = StringUtils.defaultString(answer.reason()).strip();
        if (answer.approved()) {
            dispatches.approve(DispatchDesk.id(task), answer.adviser(), reason);
        } else {
            dispatches.decline(DispatchDesk.id(task), false, reason);
        }
        task.setVariable(Variables.APPROVED, answer.approved());
    }
}
