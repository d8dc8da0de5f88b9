package org.kakehashi.advisers.process;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Handovers;
import org.kakehashi.advisers.process.AdviserHandoverProcess.Variables;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** A successor takes the cases over, or says which of them not and why. */
@Component
class AcceptCases extends HandoverForm<AcceptCases.Answer> {

    record Answer(
            @Nullable List<String> declined,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    AcceptCases(Handovers handovers, HandoverDesk desk, Advisers advisers) {
        super(handovers, desk, advisers);
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Facts facts(DelegateTask task) {
        return facts(task, handovers.proposedTo(HandoverDesk.id(task), successor(task)));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        Set<String> declined = answer.declined() == null ? Set.of() : Set.copyOf(answer.declined());
        if (!declined.isEmpty() && StringUtils.isBlank(answer.reason())) {
            throw Refusal.invalid("Say why you cannot take the cases you have ticked: a manager decides on them.");
        }
        handovers.answer(
                HandoverDesk.id(task),
                successor(task),
                declined,
                StringUtils.defaultString(answer.reason()).strip());
    }

    private static String successor(DelegateTask task) {
        return (String) task.getVariable(Variables.SUCCESSOR);
    }
}
