package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Offer;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.OfferDesk;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.StandardTerms;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Variables;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** The licensor's adviser drafts the first offer, or a new one after agreed terms have come back. */
@Component
class DraftOffer extends TermsForm<DraftOffer.Answer> {

    record Answer(
            @Nullable Terms terms,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String comment,

            @Nullable BigDecimal statedSalesYen) {}

    private final TermSheets sheets;
    private final CurrentUser user;

    DraftOffer(
            CaseFacts facts, LicensingCases cases, TermSheets sheets, CurrentUser user, OfferDesk desk, Clock clock) {
        super(facts, cases, sheets, desk, clock);
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
        return Move.LICENSOR;
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        Terms terms = termSheet(task).latest().map(Round::terms).orElse(StandardTerms.TERMS);
        return Optional.of(new Answer(terms, "", null));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String caseNumber = caseNumber(task);
        Offer offer = new OfferAnswer.Stance(answer.statedSalesYen(), null, null, null)
                .with(answer.terms(), StringUtils.defaultString(answer.comment()));
        sheets.offer(caseNumber, Side.LICENSOR, offer, user.name());
        task.setVariable(Variables.ROUND, sheets.of(caseNumber).rounds().size());
        task.setVariable(Variables.SIDE, Side.LICENSEE.lower());
    }
}
