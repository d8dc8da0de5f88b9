package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.OfferDesk;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** A manager decides whether a long negotiation goes on. */
@Component
class DecideContinuation extends TermsForm<DecideContinuation.Answer> {

    record Answer(
            @NotNull(message = "choose whether the negotiation goes on")
            Boolean goesOn,

            @Nullable OutcomeCode outcome,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    private final TermSheets sheets;
    private final LicensingCases cases;

    DecideContinuation(CaseFacts facts, LicensingCases cases, TermSheets sheets, OfferDesk desk, Clock clock) {
        super(facts, cases, sheets, desk, clock);
        this.sheets = sheets;
        this.cases = cases;
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
        String reason = StringUtils.defaultString(answer.reason()).strip();
        if (answer.goesOn()) {
            sheets.goOn(caseNumber(task), reason);
        } else {
            end(caseNumber(task), answer.outcome(), reason);
        }
        task.setVariable(Variables.GOES_ON, answer.goesOn());
    }

    private void end(String caseNumber, @Nullable OutcomeCode outcome, String reason) {
        if (outcome == null || !TermSheet.REJECTIONS.contains(outcome) && outcome != OutcomeCode.TIMED_OUT) {
            throw Refusal.invalid(
                    "Choose why the case ends: the price, the fit, the timing, or that its time is over.");
        }
        cases.end(caseNumber, outcome, reason);
    }
}
