package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Audits;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Submission;
import org.kakehashi.royalties.Usage;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** A registrar accepts what the licensee has submitted, or enters what it states otherwise. */
@Component
class RecordStatement extends ObligationForm<RecordStatement.Answer> {

    record Answer(
            @NotNull(message = "must be a number, 0 where nothing was sold")
            BigDecimal netSales,

            @Nullable Long units,
            @Nullable BigDecimal knownNetSales) {}

    private final ObligationDesk desk;
    private final Statements statements;
    private final Audits audits;

    RecordStatement(ObligationDesk desk, Statements statements, Audits audits) {
        super(desk);
        this.desk = desk;
        this.statements = statements;
        this.audits = audits;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        return desk.submission(task)
                .map(Submission::usage)
                .map(usage -> new Answer(usage.netSales(), usage.units(), null));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Obligation report = obligation(task);
        int shown = ((SpinJsonNode) task.getVariableLocal(FACTS))
                .prop("edition")
                .numberValue()
                .intValue();
        if (shown != desk.submission(task).map(Submission::edition).orElse(0)) {
            throw Refusal.conflict("The licensee has sent its statement meanwhile: open the task again to see it.");
        }
        long units = answer.units() == null ? 0 : answer.units();
        statements.enter(report.contractNumber(), report.number(), new Usage(answer.netSales(), units));
        if (answer.knownNetSales() != null) {
            audits.doubt(report.contractNumber(), report.number(), new Usage(answer.knownNetSales(), units));
        }
    }
}
