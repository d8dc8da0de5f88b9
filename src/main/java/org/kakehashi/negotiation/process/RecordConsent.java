package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** A side's adviser records whether its company consents to the introduction. */
@Component
class RecordConsent extends CaseForm<RecordConsent.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, String side, String party) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean consents,
            @Nullable OutcomeCode outcome,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    private final LicensingCases cases;
    private final PartyAnswers answers;

    RecordConsent(CaseFacts facts, LicensingCases cases, PartyAnswers answers) {
        super(facts, cases);
        this.cases = cases;
        this.answers = answers;
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
        return Move.BOTH;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        cases.ask(caseNumber(task), Occasion.CONSENT, 1, Parties.sideOf(task));
        return super.card(task);
    }

    @Override
    public Facts facts(DelegateTask task) {
        Side side = Parties.sideOf(task);
        return new Facts(
                sheet(task),
                side.lower(),
                cases.of(caseNumber(task)).party(side).described());
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (!answer.consents() && answer.outcome() == null) {
            throw Refusal.invalid("Choose why the company declines.");
        }
        answers.record(new PartyAnswer.Given(
                caseNumber(task),
                Occasion.CONSENT,
                1,
                Parties.sideOf(task),
                answer.consents(),
                answer.consents() ? null : answer.outcome(),
                StringUtils.defaultString(answer.reason()).strip()));
    }
}
