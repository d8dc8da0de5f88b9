package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.ExportScreening;
import org.kakehashi.negotiation.ExportScreening.Disclosure;
import org.kakehashi.negotiation.ExportScreening.Recipient;
import org.kakehashi.negotiation.ExportScreenings;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Variables;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.springframework.stereotype.Component;

/** Legal says what will be disclosed to whom, before anything is. */
@Component
class ScreenExport extends CaseForm<ScreenExport.Answer> {

    record Answer(
            @NotNull(message = "must be chosen") Disclosure disclosure,
            @NotNull(message = "must be chosen") Recipient recipient,
            @NotNull(message = "must be yes or no") Boolean listed,
            @NotNull(message = "must be yes or no") Boolean concern,

            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String note) {}

    private final LicensingCases cases;
    private final ExportScreenings screenings;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    ScreenExport(
            CaseFacts facts,
            LicensingCases cases,
            ExportScreenings screenings,
            Journal journal,
            CurrentUser user,
            Clock clock) {
        super(facts, cases);
        this.cases = cases;
        this.screenings = screenings;
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
        return Move.LEGAL;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        screenings.save(new ExportScreening(
                number,
                answer.disclosure(),
                answer.recipient(),
                answer.listed(),
                answer.concern(),
                answer.note().strip(),
                user.name(),
                clock.instant()));
        journal.note(number, "Export control screened", "");
        task.setVariable(Variables.DISCLOSURE, answer.disclosure().name());
        task.setVariable(Variables.RECIPIENT, answer.recipient().name());
        task.setVariable(Variables.LISTED, answer.listed());
        task.setVariable(Variables.CONCERN, answer.concern());
    }
}
