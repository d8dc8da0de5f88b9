package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.Evaluation;
import org.kakehashi.negotiation.Evaluations;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** The licensor's adviser records under which agreement the technology is tried, and until when. */
@Component
class AgreeEvaluation extends CaseForm<AgreeEvaluation.Answer> {

    private static final int MONTHS = 2;

    record Answer(
            @NotNull(message = "must be chosen") Evaluation.Kind kind,

            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String subject,

            @NotNull(message = "is missing") LocalDate until) {}

    private final LicensingCases cases;
    private final Evaluations evaluations;
    private final Journal journal;
    private final Clock clock;

    AgreeEvaluation(CaseFacts facts, LicensingCases cases, Evaluations evaluations, Journal journal, Clock clock) {
        super(facts, cases);
        this.cases = cases;
        this.evaluations = evaluations;
        this.journal = journal;
        this.clock = clock;
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
        return Move.PROGRAMME;
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        return Optional.of(new Answer(
                Evaluation.Kind.EVALUATION,
                sheet(task).seedTitle(),
                LocalDate.now(clock).plusMonths(MONTHS)));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        evaluations.save(
                new Evaluation(number, answer.kind(), answer.subject().strip(), LocalDate.now(clock), answer.until()));
        journal.note(number, "Evaluation agreed", "Until " + answer.until() + ".");
    }
}
