package org.kakehashi.registry.process;

import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.IpcSymbol;
import org.springframework.stereotype.Component;

/** The adviser enters what a record lacked. */
@Component
class CompleteRegistration implements UserTaskForm<CompleteRegistration.Answer> {

    private final SeedFacts facts;
    private final SeedRegistration registration;

    CompleteRegistration(SeedFacts facts, SeedRegistration registration) {
        this.facts = facts;
        this.registration = registration;
    }

    record Answer(
            @Nullable String title,
            @Nullable String outline,
            @Nullable String applicationNumber,
            @Nullable String registrationNumber,
            @Nullable String ipc) {}

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public TaskCard card(DelegateTask task) {
        return facts.card(task, "Registration incomplete");
    }

    @Override
    public Object facts(DelegateTask task) {
        return facts.sheet(task);
    }

    @Override
    public Optional<Answer> draft(DelegateTask task) {
        SeedContent content = facts.of(task).content();
        return Optional.of(new Answer(
                content.texts().title(),
                content.texts().outline(),
                content.patent().applicationNumber(),
                content.patent().registrationNumber(),
                String.join("; ", content.patent().ipc())));
    }

    @Override
    public void complete(DelegateTask task, Answer answer) {
        SeedContent content = facts.of(task).content();
        registration.complete(
                facts.of(task).number(),
                content.completed(
                        StringUtils.defaultString(answer.title()),
                        StringUtils.defaultString(answer.outline()),
                        StringUtils.trimToNull(answer.applicationNumber()),
                        StringUtils.trimToNull(answer.registrationNumber()),
                        IpcSymbol.list(StringUtils.defaultString(answer.ipc()))));
    }
}
