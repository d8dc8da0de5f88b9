package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.royalties.Obligations;
import org.springframework.stereotype.Component;

/** A registrar enters how a milestone was reached, or what was decided on the renewal. */
@Component
class RecordDeed extends ObligationForm<RecordDeed.Answer> {

    record Answer(
            @NotBlank(message = "must not be empty")
            @Size(max = 2000, message = "must not be longer than 2000 characters")
            String note) {}

    private final Obligations obligations;

    RecordDeed(ObligationDesk desk, Obligations obligations) {
        super(desk);
        this.obligations = obligations;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        obligations.settle(obligation(task).number(), answer.note());
    }
}
