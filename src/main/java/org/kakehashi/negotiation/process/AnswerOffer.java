package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.OfferAnswer.Decision;
import org.kakehashi.negotiation.OfferAnswer.Stance;
import org.kakehashi.negotiation.OfferDesk;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.stereotype.Component;

/** The adviser of the side whose move it is records what it says to the offer. */
@Component
class AnswerOffer extends TermsForm<AnswerOffer.Answer> {

    record Answer(
            @NotNull(message = "accept, counter or reject the offer")
            Decision decision,

            @Nullable Terms terms,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String comment,

            @Nullable OutcomeCode outcome,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason,

            @Nullable BigDecimal statedSalesYen,
            @Nullable Set<Clause> reserved,
            @Nullable Set<Clause> reopening,
            @Nullable Set<Clause> reopened) {

        private Stance stance() {
            return new Stance(statedSalesYen, reserved, reopening, reopened);
        }
    }

    private final LicensingCases cases;
    private final TermSheets sheets;
    private final CurrentUser user;

    AnswerOffer(
            CaseFacts facts, LicensingCases cases, TermSheets sheets, CurrentUser user, OfferDesk desk, Clock clock) {
        super(facts, cases, sheets, desk, clock);
        this.cases = cases;
        this.sheets = sheets;
        this.user = user;
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
        return Move.of(Parties.sideOf(task));
    }

    @Override
    public TaskCard card(DelegateTask task) {
        cases.ask(caseNumber(task), Occasion.OFFER, (int) task.getVariable(Variables.ROUND), Parties.sideOf(task));
        return super.card(task);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Optional<Answer> draft(DelegateTask task) {
        return termSheet(task)
                .latest()
                .map(Round::terms)
                .map(terms -> new Answer(null, terms, "", null, "", null, null, null, null));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String words = answer.decision() == Decision.REJECT ? answer.reason() : answer.comment();
        sheets.answer(
                caseNumber(task),
                new OfferAnswer(
                        (int) task.getVariable(Variables.ROUND),
                        Parties.sideOf(task),
                        answer.decision(),
                        answer.terms(),
                        answer.outcome(),
                        StringUtils.defaultString(words),
                        answer.stance()),
                user.name());
    }
}
