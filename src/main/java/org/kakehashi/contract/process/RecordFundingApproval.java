package org.kakehashi.contract.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.process.LegalClearanceProcess.Variables;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.springframework.stereotype.Component;

/** Legal records whether the public funder approves the grant. */
@Component
class RecordFundingApproval extends ContractForm<RecordFundingApproval.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Position> positions) {}

    /** @param note the approval's reference, or why it is refused */
    record Answer(
            @NotNull(message = "must be yes or no") Boolean approves,

            @NotBlank(message = "must not be empty")
            @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String note) {}

    private final Clearances clearances;

    RecordFundingApproval(CaseDesk desk, Clearances clearances) {
        super(desk, Stage.CLEARANCE, Move.LEGAL);
        this.clearances = clearances;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(sheet(task), positions(task));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        clearances.funderAnswered(caseNumber(task), answer.approves(), answer.note());
        task.setVariable(Variables.FUNDING_APPROVED, answer.approves());
    }
}
