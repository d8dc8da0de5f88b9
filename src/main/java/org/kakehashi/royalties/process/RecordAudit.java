package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Audits;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Usage;
import org.kakehashi.shared.Money;
import org.springframework.stereotype.Component;

/** A registrar enters what an audit of the licensee's books found; what was not reported becomes due. */
@Component
class RecordAudit extends ObligationForm<RecordAudit.Answer> {

    record Answer(
            @NotNull(message = "must be a number, 0 where nothing was sold")
            BigDecimal netSales,

            @Nullable Long units,

            @NotNull(message = "must be a number, 0 where it cost nothing")
            BigDecimal cost) {}

    private final Audits audits;
    private final Agreements agreements;

    RecordAudit(ObligationDesk desk, Audits audits, Agreements agreements) {
        super(desk);
        this.audits = audits;
        this.agreements = agreements;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Obligation audit = obligation(task);
        audits.settle(
                audit.contractNumber(),
                audit.number(),
                new Usage(answer.netSales(), answer.units() == null ? 0 : answer.units()),
                new Money(
                        answer.cost(),
                        agreements.latest(audit.contractNumber()).formula().currency()));
    }
}
