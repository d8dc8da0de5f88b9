package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.Matching;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.process.IntroductionProcess.Variables;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** The adviser of the side that did not find the match confirms or declines it. */
@Component
class ConfirmMatch extends CaseForm<ConfirmMatch.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<Reason> reasons) {}

    /** A row of the table of reasons. */
    record Reason(String text) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean confirmed,
            @Nullable DeclineReason reason,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String text) {}

    private final LicensingCases cases;
    private final Matching matching;
    private final Journal journal;

    ConfirmMatch(CaseFacts facts, LicensingCases cases, Matching matching, Journal journal) {
        super(facts, cases);
        this.cases = cases;
        this.matching = matching;
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
        return Move.of(cases.of(caseNumber(task)).foundFrom().map(Side::other).orElse(Side.LICENSEE));
    }

    @Override
    public Facts facts(DelegateTask task) {
        String match = cases.of(caseNumber(task)).matchNumber();
        return new Facts(
                sheet(task),
                matching.match(match).reasons().stream().map(Reason::new).toList());
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        if (!answer.confirmed()) {
            DeclineReason reason = answer.reason();
            if (reason == null) {
                throw Refusal.invalid("Choose the reason why the match is declined.");
            }
            if (reason == DeclineReason.OTHER && StringUtils.isBlank(answer.text())) {
                throw Refusal.invalid("Say in a few words why the match is declined, as the reason is another one.");
            }
            cases.end(
                    number,
                    outcome(reason),
                    (reason.english() + ". " + StringUtils.defaultString(answer.text())).strip());
        } else {
            journal.note(number, "Match confirmed", StringUtils.defaultString(answer.text()));
        }
        task.setVariable(Variables.MATCH_CONFIRMED, answer.confirmed());
    }

    private static OutcomeCode outcome(DeclineReason reason) {
        return switch (reason) {
            case WRONG_FIELD, MATURITY -> OutcomeCode.DECLINED_FIT;
            case CONDITIONS -> OutcomeCode.DECLINED_PRICE;
            case ALREADY_KNOWN, COMPANY_NOT_INTERESTED, OTHER -> OutcomeCode.WITHDRAWN;
        };
    }
}
