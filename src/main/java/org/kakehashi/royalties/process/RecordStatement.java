package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Usage;
import org.springframework.stereotype.Component;

/** A registrar enters what the licensee states. */
@Component
class RecordStatement extends ObligationForm<RecordStatement.Answer> {

    record Answer(
            @NotNull(message = "must be a number, 0 where nothing was sold")
            BigDecimal netSales,

            @Nullable Long units) {}

    private final Statements statements;

    RecordStatement(ObligationDesk desk, Statements statements) {
        super(desk);
        this.statements = statements;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Obligation report = obligation(task);
        statements.enter(
                report.contractNumber(),
                report.number(),
                new Usage(answer.netSales(), answer.units() == null ? 0 : answer.units()));
    }
}
