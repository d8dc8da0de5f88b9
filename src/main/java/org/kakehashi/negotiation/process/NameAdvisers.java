package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Advising;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** A manager names the adviser of each side for which routing found none without a tie. */
@Component
class NameAdvisers extends CaseForm<NameAdvisers.Answer> {

    record Facts(
            @JsonUnwrapped CaseSheet sheet,
            boolean licensorMissing,
            boolean licenseeMissing,
            List<AdviserChoice> advisers) {}

    record Answer(
            @Nullable String licensorAdviser, @Nullable String licenseeAdviser) {}

    private final LicensingCases cases;
    private final Advising advising;

    NameAdvisers(CaseFacts facts, LicensingCases cases, Advising advising) {
        super(facts, cases);
        this.cases = cases;
        this.advising = advising;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    Stage stage() {
        return Stage.MATCHED;
    }

    @Override
    Move moveOf(DelegateTask task) {
        return Move.PROGRAMME;
    }

    @Override
    public Facts facts(DelegateTask task) {
        String number = caseNumber(task);
        return new Facts(
                sheet(task),
                isMissing(number, Side.LICENSOR),
                isMissing(number, Side.LICENSEE),
                advising.eligible(number).stream().map(AdviserChoice::of).toList());
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        name(number, Side.LICENSOR, answer.licensorAdviser());
        name(number, Side.LICENSEE, answer.licenseeAdviser());
        CaseVariables.advisers(task, cases.of(number));
    }

    private void name(String number, Side side, @Nullable String user) {
        if (isMissing(number, side)) {
            if (StringUtils.isBlank(user)) {
                throw Refusal.invalid("Name an adviser for the " + side.lower() + "'s side. Where nobody can be chosen,"
                        + " engage an adviser without a tie first.");
            }
            advising.hand(number, side, user);
        }
    }

    private boolean isMissing(String number, Side side) {
        return cases.of(number).party(side).adviser() == null;
    }
}
