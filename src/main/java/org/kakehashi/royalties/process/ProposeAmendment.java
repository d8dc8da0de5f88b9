package org.kakehashi.royalties.process;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Formula;
import org.kakehashi.royalties.Proposal;
import org.springframework.stereotype.Component;

/** A registrar proposes another royalty, as the parties have agreed. */
@Component
class ProposeAmendment extends ChangeForm<ProposeAmendment.Answer> {

    record Answer(
            @NotNull(message = "must be a date") @Nullable LocalDate effectiveOn,
            @NotNull(message = "must be a number") BigDecimal percent,
            @NotNull(message = "must be a number") BigDecimal perUnit,
            @NotNull(message = "must be a number") BigDecimal minimumAnnual,
            @Nullable String reason) {}

    ProposeAmendment(ChangeDesk desk) {
        super(desk);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        Formula formula = agreement(task).formula();
        return Optional.of(new Answer(null, formula.percent(), formula.perUnit(), formula.minimumAnnual(), ""));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        propose(
                task,
                new Proposal(
                        answer.effectiveOn(),
                        null,
                        answer.percent(),
                        answer.perUnit(),
                        answer.minimumAnnual(),
                        null,
                        null,
                        null,
                        StringUtils.defaultString(answer.reason())));
    }
}
