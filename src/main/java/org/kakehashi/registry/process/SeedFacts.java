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
                orDash(content.applicant()),
                orDash(content.inventionName()),
                orDash(content.applicationNumber()),
                orDash(content.registrationNumber()),
                orDash(content.outline()),
                orDash(content.advantage()),
                orDash(String.join(", ", content.ipc())),
                orDash(seed.technologyFields().stream()
                        .map(TechnologyField::english)
                        .sorted()
                        .collect(Collectors.joining(", "))),
                orDash(String.join(", ", content.coOwners())),
                content.registrantOwns() ? "The registrant is the owner" : "The registrant is not the owner",
                powerOfAttorney(content),
                content.unpublished() ? "Yes: seven items only may be shown" : "No",
                content.publiclyFunded() ? "Yes" : "No",
                content.trl() == null ? "–" : "TRL " + content.trl(),
                content.licence().kind() == null
                        ? "Kind not specified"
                        : content.licence().kind().english(),
                orDash(seed.statusReason()));
    }

    private static String powerOfAttorney(SeedContent content) {
        if (content.powerOfAttorney()) {
            return "At hand";
        }
        return content.needsPowerOfAttorney() ? "**Missing**" : "Not needed";
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }
}
