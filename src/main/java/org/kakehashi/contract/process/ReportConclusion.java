package org.kakehashi.contract.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.contract.Contracts;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** The licensee's adviser reports the contract as concluded. */
@Component
class ReportConclusion extends RegisteredForm<ReportConclusion.Answer> {

    record Answer(
            @NotBlank(message = "must not be empty")
            @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String report) {}

    private final Contracts contracts;

    ReportConclusion(CaseDesk desk, Contracts contracts) {
        super(desk, contracts, Stage.REPORT, Move.PROGRAMME);
        this.contracts = contracts;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        return Optional.ofNullable(contracts.of(contractNumber(task)).report()).map(Answer::new);
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        contracts.report(contractNumber(task), answer.report());
    }
}
