package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.Evaluation;
import org.kakehashi.negotiation.Evaluations;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.process.EvaluationProcess.Variables;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The licensee's adviser records what the licensee found. */
@Component
class RecordEvaluationResult extends CaseForm<RecordEvaluationResult.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, String subject, LocalDate until, boolean extended) {}

    enum Result {
        SUITABLE,
        NOT_SUITABLE,
        EXTENDED
    }

    record Answer(
            @NotNull(message = "must be chosen") Result result,

            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String findings,

            @Nullable LocalDate extendedUntil) {}

    private final LicensingCases cases;
    private final Evaluations evaluations;
    private final Journal journal;

    RecordEvaluationResult(CaseFacts facts, LicensingCases cases, Evaluations evaluations, Journal journal) {
        super(facts, cases);
        this.cases = cases;
        this.evaluations = evaluations;
        this.journal = journal;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    Stage stage() {
        return Stage.EVALUATION;
    }

    @Override
    Move moveOf(DelegateTask task) {
        return Move.LICENSEE;
    }

    @Override
    public Facts facts(DelegateTask task) {
        Evaluation evaluation = evaluations.findById(caseNumber(task)).orElseThrow();
        return new Facts(sheet(task), evaluation.subject(), evaluation.until(), evaluation.extended());
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        Evaluation evaluation = evaluations.findById(number).orElseThrow();
        switch (answer.result()) {
            case SUITABLE -> {
                evaluation.conclude(true, answer.findings().strip());
                journal.note(number, "Evaluation done: suitable", "The terms come next.");
            }
            case NOT_SUITABLE -> {
                evaluation.conclude(false, answer.findings().strip());
                cases.end(
                        number,
                        OutcomeCode.DECLINED_FIT,
                        "The evaluation says: " + answer.findings().strip());
            }
            case EXTENDED -> {
                if (answer.extendedUntil() == null) {
                    throw Refusal.invalid("Extended until: give the new end of the evaluation.");
                }
                evaluation.extend(answer.extendedUntil());
                journal.note(number, "Evaluation extended", "Until " + answer.extendedUntil() + ".");
            }
        }
        task.setVariable(Variables.EVALUATION_RESULT, answer.result().name());
    }
}
