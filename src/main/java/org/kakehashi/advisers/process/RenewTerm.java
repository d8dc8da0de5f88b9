package org.kakehashi.advisers.process;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.DispatchLinks;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.advisers.process.AdviserDispatchProcess.Variables;
import org.springframework.stereotype.Component;

/** A manager renews the term or lets it end. */
@Component
class RenewTerm extends DispatchForm<RenewTerm.Answer> {

    record Answer(
            @NotNull(message = "must be chosen") Boolean renewed,
            @Nullable LocalDate lastDay,
            @Nullable String reason) {}

    RenewTerm(Dispatches dispatches, DispatchLinks links, Advisers advisers) {
        super(dispatches, links, advisers);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String reason = StringUtils.defaultString(answer.reason()).strip();
        if (answer.renewed()) {
            dispatches.renew(DispatchDesk.id(task), answer.lastDay(), reason);
        } else {
            dispatches.letEnd(DispatchDesk.id(task), reason);
        }
        task.setVariable(Variables.RENEWED, answer.renewed());
    }
}
