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

/** Legal says why clauses that need a reason are accepted, or sends the terms back to the parties. */
@Component
class JustifyTerms extends ContractForm<JustifyTerms.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Position> positions, List<Judgement> findings) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean justified,

            @NotBlank(message = "must not be empty")
            @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    private final Clearances clearances;

    JustifyTerms(CaseDesk desk, Clearances clearances) {
        super(desk, Stage.CLEARANCE, Move.LEGAL);
        this.clearances = clearances;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(sheet(task), positions(task), Judgement.all(clearances.of(caseNumber(task))));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (answer.justified()) {
            clearances.justify(caseNumber(task), answer.reason());
        } else {
            clearances.returnToTerms(caseNumber(task), answer.reason());
            task.setVariable(Variables.CLEARED, false);
        }
        task.setVariable(Variables.RETURNED_TO_TERMS, !answer.justified());
    }
}
