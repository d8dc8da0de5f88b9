package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.process.ObligationProcess.Variables;
import org.kakehashi.shared.Money;
import org.springframework.stereotype.Component;

/** A registrar enters what was received; a part leaves the rest to a further payment. */
@Component
class RecordPayment extends ObligationForm<RecordPayment.Answer> {

    record Answer(
            @NotNull(message = "must be a number") BigDecimal amount,
            @NotNull(message = "must be a date") LocalDate receivedOn) {}

    private final Payments payments;

    RecordPayment(ObligationDesk desk, Payments payments) {
        super(desk);
        this.payments = payments;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Obligation owed = obligation(task);
        payments.receive(
                owed.contractNumber(),
                owed.number(),
                new Money(answer.amount(), owed.amount().orElseThrow().currency()),
                answer.receivedOn());
        task.setVariable(Variables.PAID, !obligation(task).isOpen());
    }
}
