package org.kakehashi.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Registrants;
import org.kakehashi.platform.imports.ImportKind;
import org.kakehashi.platform.imports.Layout;
import org.kakehashi.platform.imports.Revision;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.registry.SeedContent.AssignmentTerms;
import org.kakehashi.registry.SeedContent.LicenceTerms;
import org.kakehashi.registry.SeedContent.Listing;
import org.kakehashi.registry.SeedContent.Maturity;
import org.kakehashi.registry.SeedContent.Ownership;
import org.kakehashi.registry.SeedContent.Patent;
import org.kakehashi.registry.SeedContent.Texts;
import org.kakehashi.registry.SeedContent.Topics;
import org.kakehashi.registry.exchange.SeedLayouts;
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
    public List<Layout> layouts() {
        return SeedLayouts.ALL;
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
        boolean changed = seed.change(content(row, seed.content()), user.name(), clock.instant());
        seed.stillListed(LocalDate.now(clock));
        return changed;
    }

    @Override
    public Draft read(Row row, boolean publish) {
        var draft = new Draft(Registrants.profile(row, "owner", "organisation", "applicant"), content(row, null));
        if (publish) {
            draft.content.ownership().confirmComplete();
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
                        seed.publish(LocalDate.now(clock), clock.instant());
                    }
                    return seed;
                })
                .toList());
    }

    private SeedContent content(Row row, @Nullable SeedContent before) {
        var said = new Revision<>(row, before);
        String title = said.text(seed -> seed.texts().title(), "title");
        String outline = said.text(seed -> seed.texts().outline(), "outline", "abstract", "description");
        boolean unpublished =
                said.value(row.flag("unpublished"), seed -> seed.patent().unpublished(), false);
        if (outline.isEmpty() && !unpublished && !row.mentions("outline")) {
            throw Refusal.invalid("The row has no outline, abstract or description.");
        }
        return new SeedContent(
                said.language(SeedContent::language, title + outline),
                new Texts(
                        title,
                        outline,
                        said.text(seed -> seed.texts().purpose(), "purpose"),
                        said.text(seed -> seed.texts().effect(), "effect"),
                        said.text(seed -> seed.texts().applicableProducts(), "applicableProducts"),
                        said.text(seed -> seed.texts().advantage(), "advantage"),
                        said.text(seed -> seed.texts().publications(), "publications")),
                patent(said, title, unpublished),
                new Topics(
                        said.value(
                                row.list("technicalFields"),
                                seed -> seed.topics().fields(),
                                List.of()),
                        said.value(row.list("functions"), seed -> seed.topics().functions(), List.of())),
                new LicenceTerms(
                        answer(said, "licence.offered", seed -> seed.licence().offered()),
                        kind(said),
                        said.text(seed -> seed.licence().kindText(), "licence.kindText"),
                        condition(
                                said, "licence.lumpSum", seed -> seed.licence().lumpSum()),
                        condition(
                                said, "licence.royalty", seed -> seed.licence().royalty()),
                        condition(
                                said, "licence.domestic", seed -> seed.licence().domestic()),
                        condition(
                                said, "licence.foreign", seed -> seed.licence().foreign()),
                        said.text(seed -> seed.licence().wishes(), "licence.wishes")),
                new AssignmentTerms(
                        answer(said, "assignment.offered", seed -> seed.assignment()
                                .offered()),
                        condition(said, "assignment.lumpSum", seed -> seed.assignment()
                                .lumpSum()),
                        condition(said, "assignment.domestic", seed -> seed.assignment()
                                .domestic()),
                        condition(said, "assignment.foreign", seed -> seed.assignment()
                                .foreign()),
                        said.text(seed -> seed.assignment().wishes(), "assignment.wishes")),
                new Maturity(
                        said.value(row.integer("trl"), seed -> seed.maturity().trl()),
                        answer(said, "workedBefore", seed -> seed.maturity().workedBefore()),
                        answer(said, "licensedBefore", seed -> seed.maturity().licensedBefore()),
                        answer(said, "knowHow", seed -> seed.maturity().knowHow()),
                        answer(said, "training", seed -> seed.maturity().training()),
                        answer(said, "samples", seed -> seed.maturity().samples())),
                new Ownership(
                        said.value(
                                row.flag("registrantOwns"),
                                seed -> seed.ownership().registrantOwns(),
                                true),
                        said.value(
                                row.list("coOwners"), seed -> seed.ownership().coOwners(), List.of()),
                        said.value(
                                row.flag("powerOfAttorney"),
                                seed -> seed.ownership().powerOfAttorney(),
                                false),
                        said.value(
                                row.flag("publiclyFunded"),
                                seed -> seed.ownership().publiclyFunded(),
                                false)),
                new Listing(
                        said.value(
                                row.date("registeredOn"), seed -> seed.listing().registeredOn()),
                        said.value(row.date("updatedOn"), seed -> seed.listing().updatedOn()),
                        said.text(seed -> seed.listing().registrant(), "registrant"),
                        said.text(seed -> seed.listing().registrantType(), "registrantType")));
    }

    private Patent patent(Revision<SeedContent> said, String title, boolean unpublished) {
        Row row = said.row();
        LocalDate expiresOn =
                said.value(row.date("expiresOn"), seed -> seed.patent().expiresOn());
        if (expiresOn != null && expiresOn.isBefore(LocalDate.now(clock))) {
            throw Refusal.invalid("The patent expired on " + expiresOn + ".");
        }
        return new Patent(
                said.text(seed -> seed.patent().inventionName(), named(said, "inventionName", "title")),
                said.text(seed -> seed.patent().applicant(), named(said, "applicant", "organisation")),
                said.text(seed -> seed.patent().patentee(), "patentee"),
                said.value(row.text("applicationNumber"), seed -> seed.patent().applicationNumber()),
                said.value(row.date("applicationDate"), seed -> seed.patent().applicationDate()),
                said.value(row.text("publicationNumber"), seed -> seed.patent().publicationNumber()),
                said.value(row.text("registrationNumber"), seed -> seed.patent().registrationNumber()),
                unpublished,
                said.value(row.list("ipc"), seed -> seed.patent().ipc(), List.of()),
                said.text(seed -> seed.patent().relatedAtHome(), "relatedAtHome"),
                said.text(seed -> seed.patent().relatedAbroad(), "relatedAbroad"),
                expiresOn);
    }

    /** The field, or what stands for it in a new record whose row does not mention it. */
    private static String named(Revision<SeedContent> said, String field, String otherwise) {
        return said.before() != null || said.row().mentions(field) ? field : otherwise;
    }

    /** The kind that the row gives, else the one that its words name. */
    private static @Nullable LicenceKind kind(Revision<SeedContent> said) {
        Row row = said.row();
        return said.value(
                row.choice(LicenceKind.class, "licence.kind")
                        .or(() -> row.text("licence.kindText").flatMap(LicenceKind::named)),
                seed -> seed.licence().kind());
    }

    private static Condition condition(
            Revision<SeedContent> said, String name, Function<SeedContent, Condition> earlier) {
        return new Condition(
                answer(said, name, seed -> earlier.apply(seed).value()),
                said.text(seed -> earlier.apply(seed).text(), name + "Text"));
    }

    private static ThreeValued answer(
            Revision<SeedContent> said, String name, Function<SeedContent, ThreeValued> earlier) {
        return said.value(said.row().choice(ThreeValued.class, name), earlier, ThreeValued.NOT_SPECIFIED);
    }
}
