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
import org.kakehashi.negotiation.Ndas;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** A side's adviser records whether its company has signed the confidentiality agreement. */
@Component
class RecordNda extends CaseForm<RecordNda.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, String side, String party, String agreement) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean signed,
            @Nullable OutcomeCode outcome,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    private final LicensingCases cases;
    private final PartyAnswers answers;
    private final Ndas ndas;

    RecordNda(CaseFacts facts, LicensingCases cases, PartyAnswers answers, Ndas ndas) {
        super(facts, cases);
        this.cases = cases;
        this.answers = answers;
        this.ndas = ndas;
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
        return Move.BOTH;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        cases.ask(caseNumber(task), Occasion.NDA, 1, Parties.sideOf(task));
        return super.card(task);
    }

    @Override
    public Facts facts(DelegateTask task) {
        Side side = Parties.sideOf(task);
        return new Facts(
                sheet(task),
                side.lower(),
                cases.of(caseNumber(task)).party(side).described(),
                agreement(caseNumber(task)));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        if (!answer.signed() && answer.outcome() == null) {
            throw Refusal.invalid("Choose why the company declines.");
        }
        answers.record(new PartyAnswer.Given(
                caseNumber(task),
                Occasion.NDA,
                1,
                Parties.sideOf(task),
                answer.signed(),
                answer.signed() ? null : answer.outcome(),
                StringUtils.defaultString(answer.reason()).strip()));
    }

    private String agreement(String number) {
        return ndas.findById(number)
                .map(nda -> "%s Term %d months, secrets kept %d months longer."
                        .formatted(nda.purpose(), nda.months(), nda.tailMonths()))
                .orElse("");
    }
}
