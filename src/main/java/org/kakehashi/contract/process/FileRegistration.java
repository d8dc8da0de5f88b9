package org.kakehashi.contract.process;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contracts;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** A registrar applies for the registration at the patent office. */
@Component
class FileRegistration extends RegisteredForm<FileRegistration.Answer> {

    record Answer(
            @NotNull(message = "must be a date") LocalDate filedOn,
            @Nullable Boolean stampDutyPaid) {}

    private final Contracts contracts;

    FileRegistration(CaseDesk desk, Contracts contracts) {
        super(desk, contracts, Stage.REGISTRATION, Move.PROGRAMME);
        this.contracts = contracts;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Integer duty = contracts.of(contractNumber(task)).stampDutyYen();
        if (duty != null && duty > 0 && !Boolean.TRUE.equals(answer.stampDutyPaid())) {
            throw Refusal.invalid(String.format(
                    Locale.ROOT, "The deed bears stamp duty of JPY %,d: put the stamps on it first.", duty));
        }
        contracts.filed(contractNumber(task), answer.filedOn());
    }
}
