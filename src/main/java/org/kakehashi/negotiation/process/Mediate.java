package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.OfferDesk;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheets;
import org.springframework.stereotype.Component;

/** The licensor's adviser speaks with both sides and leaves a suggestion beside the open offer. */
@Component
class Mediate extends TermsForm<Mediate.Answer> {

    record Answer(
            @NotBlank(message = "say what you suggest to the two sides")
            @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String suggestion) {}

    private final TermSheets sheets;

    Mediate(CaseFacts facts, LicensingCases cases, TermSheets sheets, OfferDesk desk, Clock clock) {
        super(facts, cases, sheets, desk, clock);
        this.sheets = sheets;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    Stage stage() {
        return Stage.TERMS;
    }

    @Override
    Move moveOf(DelegateTask task) {
        return Move.PROGRAMME;
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        sheets.suggest(caseNumber(task), answer.suggestion());
    }
}
