package org.kakehashi.negotiation.process;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.kakehashi.needs.Needs;
import org.kakehashi.negotiation.Advising;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.process.TechnologyTransferProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** A manager names the adviser of a record for which routing found none without a tie. */
@Component
class NameRecordAdviser implements UserTaskForm<NameRecordAdviser.Answer> {

    record Facts(String number, String title, List<AdviserChoice> advisers) {}

    record Answer(@NotBlank(message = "must be chosen") String adviser) {}

    private final Advising advising;
    private final Seeds seeds;
    private final Needs needs;

    NameRecordAdviser(Advising advising, Seeds seeds, Needs needs) {
        this.advising = advising;
        this.seeds = seeds;
        this.needs = needs;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return new TaskCard(number(task), title(task), "Adviser missing");
    }

    @Override
    public Facts facts(DelegateTask task) {
        return new Facts(
                number(task),
                title(task),
                advising.eligible(number(task), side(task)).stream()
                        .map(AdviserChoice::of)
                        .toList());
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        advising.name(number(task), side(task), answer.adviser());
        task.setVariable(Variables.RECORD_ADVISER, answer.adviser());
    }

    private String title(DelegateTask task) {
        return side(task) == Side.LICENSOR
                ? seeds.numbered(number(task)).title()
                : needs.numbered(number(task)).title();
    }

    private static String number(DelegateTask task) {
        return (String) task.getVariable(Variables.RECORD_NUMBER);
    }

    private static Side side(DelegateTask task) {
        return Transfer.Origin.sideOf((String) task.getVariable(Variables.ORIGIN));
    }
}
