package org.kakehashi.negotiation.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Advising;
import org.kakehashi.negotiation.CaseFacts;
import org.kakehashi.negotiation.CaseSheet;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** A manager consents to one adviser on both sides of a case, or names another one for the licensee's side. */
@Component
class ConsentSameAdviser extends CaseForm<ConsentSameAdviser.Answer> {

    record Facts(@JsonUnwrapped CaseSheet sheet, List<AdviserChoice> advisers) {}

    record Answer(
            @NotNull(message = "must be yes or no") Boolean consents,
            @Nullable String otherAdviser,

            @NotBlank(message = "must not be empty")
            @Size(max = 4000, message = "must not be longer than 4,000 characters")
            String reason) {}

    private final LicensingCases cases;
    private final Advising advising;
    private final Journal journal;
    private final CurrentUser user;

    ConsentSameAdviser(CaseFacts facts, LicensingCases cases, Advising advising, Journal journal, CurrentUser user) {
        super(facts, cases);
        this.cases = cases;
        this.advising = advising;
        this.journal = journal;
        this.user = user;
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
        String present = cases.of(caseNumber(task)).licensorAdviser();
        return new Facts(
                sheet(task),
                advising.eligible(caseNumber(task)).stream()
                        .filter(adviser -> !adviser.userId().equals(present))
                        .map(AdviserChoice::of)
                        .toList());
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = caseNumber(task);
        LicensingCase licensingCase = cases.of(number);
        if (user.name().equals(licensingCase.licensorAdviser())) {
            throw Refusal.forbidden("You stand on both sides of this case yourself: another manager must decide.");
        }
        if (answer.consents()) {
            journal.note(
                    number,
                    "Same adviser on both sides consented",
                    answer.reason().strip());
            return;
        }
        String other = answer.otherAdviser();
        if (StringUtils.isBlank(other) || Objects.equals(other, licensingCase.licensorAdviser())) {
            throw Refusal.invalid("Name another adviser for the licensee's side.");
        }
        journal.note(
                number, "Same adviser on both sides refused", answer.reason().strip());
        CaseVariables.advisers(task, advising.hand(number, Side.LICENSEE, other));
    }
}
