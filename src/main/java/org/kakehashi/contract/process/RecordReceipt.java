package org.kakehashi.contract.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.contract.Contracts;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** A registrar records the patent office's receipt. */
@Component
class RecordReceipt extends RegisteredForm<RecordReceipt.Answer> {

    record Answer(
            @NotBlank(message = "must not be empty")
            @Size(max = 100, message = "must not be longer than 100 characters")
            String receiptNumber,

            @NotNull(message = "must be a date") LocalDate receivedOn) {}

    private final Contracts contracts;

    RecordReceipt(CaseDesk desk, Contracts contracts) {
        super(desk, contracts, Stage.REGISTRATION, Move.PROGRAMME);
        this.contracts = contracts;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        contracts.registered(contractNumber(task), answer.receiptNumber(), answer.receivedOn());
    }
}
