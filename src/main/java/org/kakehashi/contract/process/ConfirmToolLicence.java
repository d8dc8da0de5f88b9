package org.kakehashi.contract.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.contract.ToolLicences;
import org.kakehashi.contract.process.ResearchToolLicenceProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** A registrar looks whether who asks is what it says and asks for research. */
@Component
class ConfirmToolLicence implements UserTaskForm<ConfirmToolLicence.Answer> {

    private final ToolLicences licences;

    ConfirmToolLicence(ToolLicences licences) {
        this.licences = licences;
    }

    record Facts(
            String number,
            String seed,
            String tool,
            String licensor,
            String organisation,
            String organisationType,
            String sector,
            String seat,
            String contact,
            String purpose,
            String material,
            String fee,
            String term,
            String conditions) {}

    record Answer(
            @NotNull(message = "Say whether the licence is granted.")
            Boolean granted,

            @Nullable @Size(max = 2000, message = "must not be longer than 2,000 characters")
            String reason) {}

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        ToolLicence asked = asked(task);
        return new TaskCard(asked.number(), asked.requester().organisation(), "Research-tool licence");
    }

    @Override
    public Facts facts(DelegateTask task) {
        ToolLicence asked = asked(task);
        ToolLicence.Requester requester = asked.requester();
        ToolLicence.Offered offered = asked.offered();
        return new Facts(
                asked.number(),
                asked.seedNumber(),
                offered.tool(),
                offered.licensor(),
                requester.organisation(),
                StringUtils.capitalize(
                        requester.organisationType().name().toLowerCase().replace('_', ' ')),
                requester.sector().english(),
                requester.prefecture() == null
                        ? "Abroad"
                        : requester.prefecture().english(),
                requester.contactName() + ", " + requester.contactEmail(),
                requester.purpose(),
                requester.materialWanted() ? "Wanted too" : "Not wanted",
                offered.feeYen() == 0
                        ? "Free of charge"
                        : Money.yen(offered.feeYen()).toString(),
                offered.termMonths() + " months",
                StringUtils.defaultIfBlank(offered.conditions(), "–"));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String reason = StringUtils.defaultString(answer.reason()).strip();
        if (!answer.granted() && reason.isEmpty()) {
            throw Refusal.invalid("Say why there is no licence: the requester reads it.");
        }
        licences.decided(asked(task).number());
        task.setVariable(Variables.OBSTACLE, answer.granted() ? "" : reason);
    }

    private ToolLicence asked(DelegateTask task) {
        return licences.of((String) task.getVariable(Variables.LICENCE_NUMBER));
    }
}
