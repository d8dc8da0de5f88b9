package org.kakehashi.needs.process;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.Requirement;
import org.kakehashi.needs.process.NeedHearingProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** The adviser hears what the company really needs. */
@Component
class HearNeed implements UserTaskForm<HearNeed.Answer> {

    private final NeedFacts facts;
    private final NeedHearing hearing;

    HearNeed(NeedFacts facts, NeedHearing hearing) {
        this.facts = facts;
        this.hearing = hearing;
    }

    enum Decision {
        OPEN,
        CLOSE
    }

    record Answer(
            @Nullable String title,
            @Nullable String problem,
            @Nullable String specification,
            @Nullable Long budgetYen,
            @Nullable LocalDate deadline,
            @Nullable String ipc,
            @Nullable LicenceKind wantedKind,
            @Nullable Set<Requirement> musts,
            boolean nameMayBeShown,

            @NotNull(message = "Say whether the need is opened or closed.")
            Decision decision,

            @Nullable String reason) {}

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return facts.card(task, "Need hearing");
    }

    @Override
    public Object facts(DelegateTask task) {
        return facts.sheet(task);
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        NeedContent content = facts.of(task).content();
        return Optional.of(new Answer(
                content.title(),
                content.problem(),
                content.specification(),
                content.budgetYen(),
                content.deadline(),
                String.join("; ", content.ipc()),
                content.wantedKind(),
                content.musts(),
                content.nameMayBeShown(),
                Decision.OPEN,
                ""));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        String number = facts.of(task).number();
        if (answer.decision() == Decision.CLOSE) {
            String reason = StringUtils.defaultString(answer.reason()).strip();
            if (reason.isEmpty()) {
                throw Refusal.invalid("Say why the need is closed.");
            }
            hearing.close(number, reason);
        } else {
            hearing.change(number, heard(facts.of(task).content(), answer));
        }
        task.setVariable(Variables.OPENED, answer.decision() == Decision.OPEN);
    }

    private static NeedContent heard(NeedContent content, Answer answer) {
        return new NeedContent(
                content.language(),
                StringUtils.defaultString(answer.title()),
                StringUtils.defaultString(answer.problem()),
                StringUtils.defaultString(answer.specification()),
                answer.budgetYen(),
                answer.deadline(),
                IpcSymbol.list(StringUtils.defaultString(answer.ipc())),
                answer.wantedKind(),
                content.region(),
                answer.nameMayBeShown(),
                answer.musts() == null ? Set.of() : answer.musts());
    }
}
