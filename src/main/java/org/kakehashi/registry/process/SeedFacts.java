package org.kakehashi.registry.process;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.camunda.TaskCard;
import org.kakehashi.registry.Duplicates;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFiles;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.TechnologyField;
import org.springframework.stereotype.Component;

/** What the forms of registration show of a seed. */
@Component
class SeedFacts {

    private static final int MOST_TWINS = 5;

    private final Seeds seeds;
    private final SeedFiles files;
    private final Duplicates duplicates;
    private final Organisations organisations;

    SeedFacts(Seeds seeds, SeedFiles files, Duplicates duplicates, Organisations organisations) {
        this.seeds = seeds;
        this.files = files;
        this.duplicates = duplicates;
        this.organisations = organisations;
    }

    /** Another seed that may be the same patent. */
    record Twin(String number, String words) {}

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
            List<Twin> duplicates,
            boolean unlike,
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
        List<Twin> twins = duplicates(seed);
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
                powerOfAttorney(seed),
                twins,
                twins.isEmpty(),
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

    private String powerOfAttorney(Seed seed) {
        SeedContent.Ownership ownership = seed.content().ownership();
        if (files.hasPowerOfAttorney(seed.number())) {
            return "Handed in";
        }
        if (!ownership.needsPowerOfAttorney()) {
            return "Not needed";
        }
        return ownership.powerOfAttorney() ? "**Said to be at hand, but not handed in**" : "**Missing**";
    }

    /** The seeds that may be the same patent, with what speaks for it. */
    private List<Twin> duplicates(Seed seed) {
        return duplicates.of(seed).stream()
                .limit(MOST_TWINS)
                .map(twin -> new Twin(
                        twin.number(),
                        "%s: %s"
                                .formatted(
                                        twin.status()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '),
                                        twin.why())))
                .toList();
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }
}
