package org.kakehashi.needs;

import java.time.Clock;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes needs in bulk; {@code docs/integration/README.md} says what a row may hold. */
@Component
class NeedImport implements ImportKind {

    private static final int LONGEST_NAME = 200;

    private final Needs needs;
    private final Registrants registrants;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    NeedImport(
            Needs needs,
            Registrants registrants,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.needs = needs;
        this.registrants = registrants;
        this.numbers = numbers;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /** A row that is a need. */
    private record Entry(int index, String externalId, Organisation.Profile company, NeedContent content) {}

    @Override
    public String name() {
        return "needs";
    }

    @Override
    @Transactional
    public List<Result> take(String source, boolean publish, List<Row> rows) {
        Map<String, Need> known = known(source, rows);
        List<Result> results = new ArrayList<>();
        List<Entry> fresh = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> visible = new ArrayList<>();
        for (Row row : rows) {
            try {
                String id = row.id();
                Need need = known.get(id);
                if (need == null) {
                    fresh.add(new Entry(results.size(), id, company(row), new Content(row, null).read()));
                    results.add(new Result.Created());
                } else if (need.change(new Content(row, need.content()).read(), clock.instant())) {
                    changed.add(need.number());
                    if (need.status() == Need.Status.OPEN) {
                        visible.add(need.number());
                    }
                    results.add(new Result.Updated());
                } else {
                    results.add(new Result.Unchanged());
                }
            } catch (Refusal e) {
                results.add(new Result.Rejected(e.sentences()));
            }
        }
        List<String> created = receive(source, publish, fresh, results);
        journal.note(created, "Need imported", "From " + source);
        journal.note(changed, "Need changed", "By an import from " + source);
        if (publish) {
            visible.addAll(created);
        }
        if (!visible.isEmpty()) {
            news.publishEvent(new Need.Imported(visible));
        }
        return results;
    }

    private Map<String, Need> known(String source, List<Row> rows) {
        Map<String, Need> known = new HashMap<>();
        needs.findBySourceAndExternalIdIn(source, Row.ids(rows)).forEach(need -> known.put(need.externalId(), need));
        return known;
    }

    /** Receives what is new; the later of two rows of one record wins. */
    private List<String> receive(String source, boolean publish, List<Entry> fresh, List<Result> results) {
        Map<String, Organisation> companies =
                registrants.of(source, fresh.stream().map(Entry::company).toList());
        Iterator<String> free = numbers.next(CaseNumber.Kind.NEED, fresh.size()).iterator();
        Map<String, Need> received = new HashMap<>();
        for (Entry entry : fresh) {
            Need earlier = received.get(entry.externalId());
            if (earlier != null) {
                results.set(
                        entry.index(),
                        earlier.change(entry.content(), clock.instant())
                                ? new Result.Updated()
                                : new Result.Unchanged());
                continue;
            }
            Organisation company =
                    Objects.requireNonNull(companies.get(entry.company().name()));
            var need = new Need(
                    free.next(),
                    source,
                    entry.externalId(),
                    company.id(),
                    company.prefecture(),
                    entry.content(),
                    clock.instant());
            if (publish) {
                need.open();
            }
            received.put(entry.externalId(), need);
        }
        return needs.saveAll(received.values()).stream().map(Need::number).toList();
    }

    private static Organisation.Profile company(Row row) {
        String name = row.text("organisation", "branch", "agency")
                .orElseThrow(() -> Refusal.invalid("The row names no company."));
        return Organisation.Profile.of(
                StringUtils.left(name, LONGEST_NAME),
                row.choice(OrganisationType.class, "organisationType").orElse(OrganisationType.OTHER),
                row.text("prefecture").map(Prefecture::of).orElse(null));
    }

    /** What a row says over what the record said before: a value that is absent changes nothing. */
    private record Content(Row row, @Nullable NeedContent before) {

        NeedContent read() {
            String title = text(NeedContent::title, "title");
            String problem = text(NeedContent::problem, "problem", "description");
            if (problem.isEmpty()) {
                throw Refusal.invalid("The row has no problem or description.");
            }
            return new NeedContent(
                    row.text("language")
                            .orElseGet(() -> before == null ? Row.languageOf(title + problem) : before.language()),
                    title,
                    problem,
                    text(NeedContent::specification, "specification"),
                    value(row.number("budgetYen").orElse(null), NeedContent::budgetYen),
                    value(row.date("deadline").orElse(null), NeedContent::deadline),
                    row.list("ipc").orElseGet(() -> before == null ? List.of() : before.ipc()),
                    value(row.choice(LicenceKind.class, "wantedKind").orElse(null), NeedContent::wantedKind),
                    value(row.text("region").map(Prefecture::of).orElse(null), NeedContent::region),
                    row.flag("nameMayBeShown").orElseGet(() -> before != null && before.nameMayBeShown()));
        }

        private String text(Function<NeedContent, String> earlier, String... names) {
            return row.text(names).orElseGet(() -> before == null ? "" : earlier.apply(before));
        }

        private <T> @Nullable T value(@Nullable T said, Function<NeedContent, @Nullable T> earlier) {
            return said != null || before == null ? said : earlier.apply(before);
        }
    }
}
