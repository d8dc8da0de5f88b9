package org.kakehashi.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Registrants;
import org.kakehashi.platform.imports.ImportKind;
import org.kakehashi.platform.imports.Revision;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;
import org.springframework.stereotype.Component;

/** Takes seeds in bulk; {@code docs/integration/README.md} says what a row may hold. */
@Component
class SeedImport implements ImportKind<Seed, SeedImport.Draft> {

    private final Seeds seeds;
    private final Registrants registrants;
    private final CurrentUser user;
    private final Clock clock;

    SeedImport(Seeds seeds, Registrants registrants, CurrentUser user, Clock clock) {
        this.seeds = seeds;
        this.registrants = registrants;
        this.user = user;
        this.clock = clock;
    }

    record Draft(Organisation.Profile owner, SeedContent content) {}

    @Override
    public String name() {
        return "seeds";
    }

    @Override
    public CaseNumber.Kind number() {
        return CaseNumber.Kind.SEED;
    }

    @Override
    public Map<String, Seed> known(String source, List<String> externalIds) {
        return seeds.findBySourceAndExternalIdIn(source, externalIds).stream()
                .collect(Collectors.toMap(Seed::externalId, Function.identity()));
    }

    @Override
    public String enteredBy(Seed seed) {
        return seed.enteredBy();
    }

    @Override
    public boolean change(Seed seed, Row row) {
        return seed.change(content(row, seed.content()), clock.instant());
    }

    @Override
    public Draft read(Row row, boolean publish) {
        var draft =
                new Draft(Registrants.profile(row, "owner", "organisation", "applicant", "firm"), content(row, null));
        if (publish) {
            draft.content.confirmComplete();
        }
        return draft;
    }

    @Override
    public void enter(String source, boolean publish, List<Fresh<Draft>> fresh) {
        Map<String, Organisation> owners = registrants.of(
                source, fresh.stream().map(each -> each.draft().owner()).toList());
        seeds.saveAll(fresh.stream()
                .map(each -> {
                    Organisation owner = Objects.requireNonNull(
                            owners.get(each.draft().owner().name()));
                    var seed = new Seed(
                            each.number(),
                            source,
                            each.externalId(),
                            owner.id(),
                            owner.prefecture(),
                            each.draft().content(),
                            user.name(),
                            clock.instant());
                    if (publish) {
                        seed.publish(LocalDate.now(clock));
                    }
                    return seed;
                })
                .toList());
    }

    private static SeedContent content(Row row, @Nullable SeedContent before) {
        var said = new Revision<>(row, before);
        String title = said.text(SeedContent::title, "title");
        String outline = said.text(SeedContent::outline, "outline", "abstract", "description", "description_head");
        if (outline.isEmpty()) {
            throw Refusal.invalid("The row has no outline, abstract or description.");
        }
        return new SeedContent(
                said.language(SeedContent::language, title + outline),
                title,
                outline,
                said.text(SeedContent::purpose, "purpose"),
                said.text(SeedContent::effect, "effect"),
                said.text(SeedContent::applicableProducts, "applicableProducts"),
                said.text(SeedContent::advantage, "advantage"),
                said.text(SeedContent::applicant, "applicant", "firm", "organisation"),
                StringUtils.defaultIfEmpty(said.text(SeedContent::inventionName, "inventionName"), title),
                said.value(applicationNumber(row), SeedContent::applicationNumber),
                said.value(row.text("registrationNumber", "number"), SeedContent::registrationNumber),
                said.value(row.text("publicationNumber"), SeedContent::publicationNumber),
                said.value(row.flag("unpublished"), SeedContent::unpublished, false),
                said.value(row.list("ipc"), SeedContent::ipc, List.of()),
                condition(said, "workedBefore", SeedContent::workedBefore),
                condition(said, "licensedBefore", SeedContent::licensedBefore),
                new SeedContent.LicenceTerms(
                        condition(said, "licence.offered", terms -> terms.licence()
                                .offered()),
                        said.value(row.choice(LicenceKind.class, "licence.kind"), terms -> terms.licence()
                                .kind()),
                        condition(said, "licence.lumpSum", terms -> terms.licence()
                                .lumpSum()),
                        condition(said, "licence.royalty", terms -> terms.licence()
                                .royalty()),
                        condition(said, "licence.domestic", terms -> terms.licence()
                                .domestic()),
                        said.text(terms -> terms.licence().wishes(), "licence.wishes")),
                new SeedContent.AssignmentTerms(
                        condition(said, "assignment.offered", terms -> terms.assignment()
                                .offered()),
                        condition(said, "assignment.lumpSum", terms -> terms.assignment()
                                .lumpSum()),
                        said.text(terms -> terms.assignment().wishes(), "assignment.wishes")),
                said.value(row.integer("trl"), SeedContent::trl),
                condition(said, "knowHow", SeedContent::knowHow),
                condition(said, "training", SeedContent::training),
                condition(said, "samples", SeedContent::samples),
                said.value(row.list("coOwners"), SeedContent::coOwners, List.of()),
                said.value(row.flag("registrantOwns"), SeedContent::registrantOwns, true),
                said.value(row.flag("powerOfAttorney"), SeedContent::powerOfAttorney, false),
                said.value(row.flag("publiclyFunded"), SeedContent::publiclyFunded, false));
    }

    /** A research award, which has a firm, stands for the application that will come of it. */
    private static Optional<String> applicationNumber(Row row) {
        return row.text("applicationNumber").or(() -> row.text("firm").map(firm -> row.id()));
    }

    private static ThreeValued condition(
            Revision<SeedContent> said, String name, Function<SeedContent, ThreeValued> earlier) {
        return said.value(said.row().choice(ThreeValued.class, name), earlier, ThreeValued.NOT_SPECIFIED);
    }
}
