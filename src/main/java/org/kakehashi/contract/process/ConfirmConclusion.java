package org.kakehashi.contract.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.process.ContractSigningProcess.Variables;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** A manager who has not reported the contract confirms that it counts. */
@Component
class ConfirmConclusion extends RegisteredForm<ConfirmConclusion.Answer> {

    record Answer(
            @NotNull(message = "must be yes or no") Boolean counts,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String comment) {}

    private final Contracts contracts;

    ConfirmConclusion(CaseDesk desk, Contracts contracts) {
        super(desk, contracts, Stage.REPORT, Move.PROGRAMME);
        this.contracts = contracts;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (answer.counts()) {
            contracts.confirm(contractNumber(task));
        } else {
            contracts.returnReport(contractNumber(task), StringUtils.defaultString(answer.comment()));
        }
        task.setVariable(Variables.COUNTS, answer.counts());
    }
}
