package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Nda;
import org.kakehashi.negotiation.Ndas;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.springframework.stereotype.Component;

/** The licensor's adviser agrees with both sides on purpose and duration of the confidentiality agreement. */
@Component
class PrepareNda extends CaseForm<PrepareNda.Answer> {

    private static final int MONTHS = 12;
    private static final int TAIL_MONTHS = 36;

    record Answer(
            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String purpose,

            @NotNull(message = "is missing")
            @Min(value = 1, message = "must be at least 1")
            @Max(value = 120, message = "must be at most 120")
            Integer months,

            @NotNull(message = "is missing")
            @Min(value = 0, message = "must not be negative")
            @Max(value = 240, message = "must be at most 240")
            Integer tailMonths) {}

    private final LicensingCases cases;
    private final Ndas ndas;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    PrepareNda(CaseFacts facts, LicensingCases cases, Ndas ndas, Journal journal, CurrentUser user, Clock clock) {
        super(facts, cases);
        this.cases = cases;
        this.ndas = ndas;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
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
        return Move.PROGRAMME;
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        return Optional.of(new Answer(
                "To judge whether the licensee can use " + sheet(task).seedTitle() + ".", MONTHS, TAIL_MONTHS));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        ndas.save(new Nda(
                number, answer.purpose().strip(), answer.months(), answer.tailMonths(), user.name(), clock.instant()));
        journal.note(
                number,
                "Confidentiality agreement prepared",
                "For %d months, and %d months after them.".formatted(answer.months(), answer.tailMonths()));
    }
}
