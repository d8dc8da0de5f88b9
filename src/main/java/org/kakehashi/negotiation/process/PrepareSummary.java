package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.journal.Journal;
import org.springframework.stereotype.Component;

/** The licensor's adviser writes what both companies may read before they consent. */
@Component
class PrepareSummary extends CaseForm<PrepareSummary.Answer> {

    record Answer(
            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String summary) {}

    private final LicensingCases cases;
    private final Journal journal;

    PrepareSummary(CaseFacts facts, LicensingCases cases, Journal journal) {
        super(facts, cases);
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    Stage stage() {
        return Stage.INTRODUCTION;
    }

    @Override
    Move moveOf(DelegateTask task) {
        return Move.PROGRAMME;
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        CaseSheet sheet = sheet(task);
        return Optional.of(new Answer("Technology: %s%n%s%n%nWanted: %s"
                .formatted(sheet.seedTitle(), sheet.seedOutline(), sheet.needTitle())
                .strip()));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        cases.summarise(number, answer.summary().strip());
        journal.note(number, "Summary prepared", "Both sides are asked whether they consent to the introduction.");
    }
}
