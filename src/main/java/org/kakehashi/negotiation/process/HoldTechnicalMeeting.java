package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.ExportScreening;
import org.kakehashi.negotiation.ExportScreenings;
import org.kakehashi.negotiation.GateRule;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TechnicalMeeting;
import org.kakehashi.negotiation.TechnicalMeetings;
import org.kakehashi.negotiation.process.ConfidentialityProcess.Variables;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The licensee's adviser brings the engineers together and records what they said. */
@Component
class HoldTechnicalMeeting extends CaseForm<HoldTechnicalMeeting.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, String exportDecision, String exportReason, String meeting) {}

    record Answer(
            @NotNull(message = "is missing") LocalDate heldOn,

            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String participants,

            @NotBlank(message = "must not be empty")
            @Size(max = 20000, message = "must not be longer than 20,000 characters")
            String minutes,

            @NotNull(message = "must be yes or no") Boolean evaluationWanted) {}

    private final LicensingCases cases;
    private final TechnicalMeetings meetings;
    private final PlannedMeeting planned;
    private final ExportScreenings screenings;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    HoldTechnicalMeeting(
            CaseFacts facts,
            LicensingCases cases,
            TechnicalMeetings meetings,
            PlannedMeeting planned,
            ExportScreenings screenings,
            Journal journal,
            CurrentUser user,
            Clock clock) {
        super(facts, cases);
        this.cases = cases;
        this.meetings = meetings;
        this.planned = planned;
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
        return Move.LICENSEE;
    }

    @Override
    public Facts facts(DelegateTask task) {
        ExportScreening screening = screenings.findById(caseNumber(task)).orElseThrow();
        return new Facts(
                sheet(task),
                screening.permission() == null ? "Cleared" : "Permission granted: " + screening.permission(),
                screening.rule().map(GateRule::reason).orElse(""),
                planned.inWords(caseNumber(task)));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (answer.heldOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("Held on: the day lies in the future; record the meeting when it has been held.");
        }
        String number = caseNumber(task);
        meetings.save(new TechnicalMeeting(
                number,
                answer.heldOn(),
                answer.participants().strip(),
                answer.minutes().strip(),
                user.name()));
        journal.note(
                number,
                "Technical meeting held",
                answer.evaluationWanted() ? "The licensee wants to evaluate the technology." : "The terms come next.");
        task.setVariable(Variables.EVALUATION_WANTED, answer.evaluationWanted());
    }
}
