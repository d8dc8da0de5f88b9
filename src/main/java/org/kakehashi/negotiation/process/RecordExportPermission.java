package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.ExportScreening;
import org.kakehashi.negotiation.ExportScreenings;
import org.kakehashi.negotiation.GateRule;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Variables;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** Legal records what the authority answered to the application for a permission. */
@Component
class RecordExportPermission extends CaseForm<RecordExportPermission.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, String decision) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean granted,

            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String reference) {}

    private final LicensingCases cases;
    private final ExportScreenings screenings;
    private final Journal journal;

    RecordExportPermission(CaseFacts facts, LicensingCases cases, ExportScreenings screenings, Journal journal) {
        super(facts, cases);
        this.cases = cases;
        this.screenings = screenings;
        this.journal = journal;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    Stage stage() {
        return Stage.CONFIDENTIALITY;
    }

    @Override
    Move moveOf(DelegateTask task) {
        return Move.LEGAL;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(
                sheet(task),
                screenings
                        .findById(caseNumber(task))
                        .flatMap(ExportScreening::rule)
                        .map(GateRule::sentence)
                        .orElse(""));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        screenings
                .findById(number)
                .orElseThrow()
                .answered(answer.granted(), answer.reference().strip());
        journal.note(
                number,
                answer.granted() ? "Export permission granted" : "Export permission refused",
                answer.reference().strip());
        task.setVariable(Variables.PERMISSION_GRANTED, answer.granted());
    }
}
