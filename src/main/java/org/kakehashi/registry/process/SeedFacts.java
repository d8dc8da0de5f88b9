package org.kakehashi.registry.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.TechnologyField;
import org.springframework.stereotype.Component;

/** What the forms of registration show of a seed. */
@Component
class SeedFacts {

    private final Seeds seeds;
    private final Organisations organisations;

    SeedFacts(Seeds seeds, Organisations organisations) {
        this.seeds = seeds;
        this.organisations = organisations;
    }

    /** The facts of a seed in readable words. */
    record Sheet(
            String number,
            String title,
            String registrant,
            String applicant,
            String inventionName,
            String applicationNumber,
            String registrationNumber,
            String outline,
            String advantage,
            String ipc,
            String fields,
            String coOwners,
            String ownership,
            String powerOfAttorney,
            String unpublished,
            String publiclyFunded,
            String maturity,
            String licence,
            String reason) {}

    TaskCard card(DelegateTask task, String stage) {
        Seed seed = of(task);
        return new TaskCard(seed.number(), seed.title(), stage);
    }

    Seed of(DelegateTask task) {
        return seeds.numbered((String) task.getVariable(SeedRegistrationProcess.Variables.SEED_NUMBER));
    }

    Sheet sheet(DelegateTask task) {
        Seed seed = of(task);
        SeedContent content = seed.content();
        Organisation registrant = organisations.findById(seed.organisationId()).orElseThrow();
        return new Sheet(
                seed.number(),
                seed.title(),
                registrant.name(),
                orDash(content.patent().applicant()),
                orDash(content.patent().inventionName()),
                orDash(content.patent().applicationNumber()),
                orDash(content.patent().registrationNumber()),
                orDash(content.texts().outline()),
                orDash(content.texts().advantage()),
                orDash(String.join(", ", content.patent().ipc())),
                orDash(seed.technologyFields().stream()
                        .map(TechnologyField::english)
                        .sorted()
                        .collect(Collectors.joining(", "))),
                orDash(String.join(", ", content.ownership().coOwners())),
                content.ownership().registrantOwns()
                        ? "The registrant is the owner"
                        : "The registrant is not the owner",
                powerOfAttorney(content),
                content.patent().unpublished() ? "Yes: seven items only may be shown" : "No",
                content.ownership().publiclyFunded() ? "Yes" : "No",
                content.maturity().trl() == null
                        ? "–"
                        : "TRL " + content.maturity().trl(),
                content.licence().kind() == null
                        ? "Kind not specified"
                        : content.licence().kind().english(),
                orDash(seed.statusReason()));
    }

    private static String powerOfAttorney(SeedContent content) {
        if (content.ownership().powerOfAttorney()) {
            return "At hand";
        }
        return content.ownership().needsPowerOfAttorney() ? "**Missing**" : "Not needed";
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }
}
