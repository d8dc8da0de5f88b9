package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Changes;
import org.kakehashi.royalties.process.ContractChangeProcess.Variables;
import org.springframework.stereotype.Component;

/** A manager who has not proposed the change decides on it; what is agreed holds at once. */
@Component
class DecideChange extends ChangeForm<DecideChange.Answer> {

    record Answer(
            @NotNull(message = "must be chosen") Boolean agreed,
            @Nullable String comment) {}

    private final Changes changes;

    DecideChange(ChangeDesk desk, Changes changes) {
        super(desk);
        this.changes = changes;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        changes.decide(change(task).getId(), answer.agreed(), StringUtils.defaultString(answer.comment()));
        task.setVariable(Variables.AGREED, answer.agreed());
    }
}
