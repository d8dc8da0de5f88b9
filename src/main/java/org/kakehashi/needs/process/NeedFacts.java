package org.kakehashi.needs.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.Needs;
import org.kakehashi.needs.process.NeedHearingProcess.Variables;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.shared.TechnologyField;
import org.springframework.stereotype.Component;

/** What the forms of the hearing show of a need. */
@Component
class NeedFacts {

    private final Needs needs;
    private final Organisations organisations;

    NeedFacts(Needs needs, Organisations organisations) {
        this.needs = needs;
        this.organisations = organisations;
    }

    /** The facts of a need in readable words. */
    record Sheet(
            String number,
            String title,
            String company,
            String problem,
            String specification,
            String budget,
            String deadline,
            String fields,
            String nameShown,
            String hearingOn) {}

    TaskCard card(DelegateTask task, String stage) {
        Need need = of(task);
        return new TaskCard(need.number(), need.title(), stage);
    }

    Need of(DelegateTask task) {
        return needs.numbered((String) task.getVariable(Variables.NEED_NUMBER));
    }

    Sheet sheet(DelegateTask task) {
        Need need = of(task);
        NeedContent content = need.content();
        Organisation company = organisations.findById(need.organisationId()).orElseThrow();
        return new Sheet(
                need.number(),
                need.title(),
                company.name(),
                content.problem(),
                orDash(content.specification()),
                content.budgetYen() == null ? "–" : "%,d yen".formatted(content.budgetYen()),
                orDash(content.deadline()),
                orDash(need.technologyFields().stream()
                        .map(TechnologyField::english)
                        .sorted()
                        .collect(Collectors.joining(", "))),
                content.nameMayBeShown() ? "May be shown" : "Confidential",
                orDash(need.hearingOn()));
    }

    private static String orDash(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? "–" : value.toString();
    }
}
