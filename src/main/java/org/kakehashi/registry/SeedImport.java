package org.kakehashi.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Registrants;
import org.kakehashi.platform.imports.ImportKind;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.ThreeValued;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes seeds in bulk; {@code docs/integration/README.md} says what a row may hold. */
@Component
class SeedImport implements ImportKind {

    private static final int LONGEST_NAME = 200;

    private final Seeds seeds;
    private final Registrants registrants;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    SeedImport(
            Seeds seeds,
            Registrants registrants,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.seeds = seeds;
        this.registrants = registrants;
        this.numbers = numbers;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /** A row that is a seed. */
    private record Entry(int index, String externalId, Organisation.Profile owner, SeedContent content) {}

    @Override
    public String name() {
        return "seeds";
    }

    @Override
    @Transactional
    public List<Result> take(String source, boolean publish, List<Row> rows) {
        Map<String, Seed> known = known(source, rows);
        List<Result> results = new ArrayList<>();
        List<Entry> fresh = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> visible = new ArrayList<>();
        for (Row row : rows) {
            try {
                String id = row.id();
                Seed seed = known.get(id);
                if (seed == null) {
                    fresh.add(new Entry(results.size(), id, owner(row), new Content(row, null).read(id)));
                    results.add(new Result.Created());
                } else if (seed.change(new Content(row, seed.content()).read(id), clock.instant())) {
                    changed.add(seed.number());
                    if (seed.status() == Seed.Status.PUBLISHED) {
                        visible.add(seed.number());
                    }
                    results.add(new Result.Updated());
                } else {
                    results.add(new Result.Unchanged());
                }
            } catch (Refusal e) {
                results.add(new Result.Rejected(e.sentences()));
            }
        }
        List<String> created = register(source, publish, fresh, results);
        journal.note(created, "Seed imported", "From " + source);
        journal.note(changed, "Seed changed", "By an import from " + source);
        if (publish) {
            visible.addAll(created);
        }
        if (!visible.isEmpty()) {
            news.publishEvent(new Seed.Imported(visible));
        }
        return results;
    }

    private Map<String, Seed> known(String source, List<Row> rows) {
        Map<String, Seed> known = new HashMap<>();
        seeds.findBySourceAndExternalIdIn(source, Row.ids(rows)).forEach(seed -> known.put(seed.externalId(), seed));
        return known;
    }

    /** Registers what is new; the later of two rows of one record wins. */
    private List<String> register(String source, boolean publish, List<Entry> fresh, List<Result> results) {
        Map<String, Organisation> owners =
                registrants.of(source, fresh.stream().map(Entry::owner).toList());
        Iterator<String> free = numbers.next(CaseNumber.Kind.SEED, fresh.size()).iterator();
        Map<String, Seed> registered = new HashMap<>();
        for (Entry entry : fresh) {
            try {
                Seed earlier = registered.get(entry.externalId());
                if (earlier != null) {
                    results.set(
                            entry.index(),
                            earlier.change(entry.content(), clock.instant())
                                    ? new Result.Updated()
                                    : new Result.Unchanged());
                    continue;
                }
                Organisation owner =
                        Objects.requireNonNull(owners.get(entry.owner().name()));
                var seed = new Seed(
                        free.next(),
                        source,
                        entry.externalId(),
                        owner.id(),
                        owner.prefecture(),
                        entry.content(),
                        clock.instant());
                if (publish) {
                    seed.confirmComplete();
                    seed.publish(LocalDate.now(clock).plusMonths(12));
                }
                registered.put(entry.externalId(), seed);
            } catch (Refusal e) {
                results.set(entry.index(), new Result.Rejected(e.sentences()));
            }
        }
        return seeds.saveAll(registered.values()).stream().map(Seed::number).toList();
    }

    private static Organisation.Profile owner(Row row) {
        String name = row.text("organisation", "applicant", "firm")
                .orElseThrow(() -> Refusal.invalid("The row names no owner."));
        return Organisation.Profile.of(
                StringUtils.left(name, LONGEST_NAME),
                row.choice(OrganisationType.class, "organisationType").orElse(OrganisationType.OTHER),
                row.text("prefecture").map(Prefecture::of).orElse(null));
    }

    /** What a row says over what the record said before: a value that is absent changes nothing. */
    private record Content(Row row, @Nullable SeedContent before) {

        SeedContent read(String id) {
            String title = text(SeedContent::title, "title");
            String outline = text(SeedContent::outline, "outline", "abstract", "description", "description_head");
            if (outline.isEmpty()) {
                throw Refusal.invalid("The row has no outline, abstract or description.");
            }
            return new SeedContent(
                    row.text("language")
                            .orElseGet(() -> before == null ? Row.languageOf(title + outline) : before.language()),
                    title,
                    outline,
                    text(SeedContent::purpose, "purpose"),
                    text(SeedContent::effect, "effect"),
                    text(SeedContent::applicableProducts, "applicableProducts"),
                    text(SeedContent::advantage, "advantage"),
                    text(SeedContent::applicant, "applicant", "firm", "organisation"),
                    StringUtils.defaultIfEmpty(text(SeedContent::inventionName, "inventionName"), title),
                    value(
                            row.text("applicationNumber").orElseGet(() -> isAward() ? id : null),
                            SeedContent::applicationNumber),
                    value(row.text("registrationNumber", "number").orElse(null), SeedContent::registrationNumber),
                    value(row.text("publicationNumber").orElse(null), SeedContent::publicationNumber),
                    flag(SeedContent::unpublished, "unpublished", false),
                    row.list("ipc").orElseGet(() -> before == null ? List.of() : before.ipc()),
                    condition(SeedContent::workedBefore, "workedBefore"),
                    condition(SeedContent::licensedBefore, "licensedBefore"),
                    licence(),
                    assignment(),
                    value(row.number("trl").map(Content::level).orElse(null), SeedContent::trl),
                    condition(SeedContent::knowHow, "knowHow"),
                    condition(SeedContent::training, "training"),
                    condition(SeedContent::samples, "samples"),
                    row.list("coOwners").orElseGet(() -> before == null ? List.of() : before.coOwners()),
                    flag(SeedContent::registrantOwns, "registrantOwns", true),
                    flag(SeedContent::powerOfAttorney, "powerOfAttorney", false),
                    flag(SeedContent::publiclyFunded, "publiclyFunded", false));
        }

        /** A research award stands for the application that will come of it. */
        private boolean isAward() {
            return row.text("firm").isPresent();
        }

        private static Integer level(long number) {
            if (number < 1 || number > 9) {
                throw Refusal.invalid("The technology readiness level must lie between 1 and 9, not " + number + ".");
            }
            return (int) number;
        }

        private SeedContent.LicenceTerms licence() {
            return new SeedContent.LicenceTerms(
                    condition(content -> content.licence().offered(), "licence.offered"),
                    value(row.choice(LicenceKind.class, "licence.kind").orElse(null), content -> content.licence()
                            .kind()),
                    condition(content -> content.licence().lumpSum(), "licence.lumpSum"),
                    condition(content -> content.licence().royalty(), "licence.royalty"),
                    condition(content -> content.licence().domestic(), "licence.domestic"),
                    text(content -> content.licence().wishes(), "licence.wishes"));
        }

        private SeedContent.AssignmentTerms assignment() {
            return new SeedContent.AssignmentTerms(
                    condition(content -> content.assignment().offered(), "assignment.offered"),
                    condition(content -> content.assignment().lumpSum(), "assignment.lumpSum"),
                    text(content -> content.assignment().wishes(), "assignment.wishes"));
        }

        private String text(Function<SeedContent, String> earlier, String... names) {
            return row.text(names).orElseGet(() -> before == null ? "" : earlier.apply(before));
        }

        private ThreeValued condition(Function<SeedContent, ThreeValued> earlier, String name) {
            return row.choice(ThreeValued.class, name)
                    .orElseGet(() -> before == null ? ThreeValued.NOT_SPECIFIED : earlier.apply(before));
        }

        private boolean flag(Function<SeedContent, Boolean> earlier, String name, boolean otherwise) {
            return row.flag(name).orElseGet(() -> before == null ? otherwise : earlier.apply(before));
        }

        private <T> @Nullable T value(@Nullable T said, Function<SeedContent, @Nullable T> earlier) {
            return said != null || before == null ? said : earlier.apply(before);
        }
    }
}
