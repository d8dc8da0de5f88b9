package org.kakehashi.needs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.directory.Registrants;
import org.kakehashi.platform.imports.ImportKind;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes needs in bulk. A row needs {@code id}, {@code title} and a text under {@code problem} or {@code description}; who
 * asks stands under {@code organisation}, {@code branch} or {@code agency}.
 */
@Component
class NeedImport implements ImportKind {

    private static final int LONGEST_NAME = 200;

    private final Needs needs;
    private final Registrants registrants;
    private final Numbers numbers;
    private final Clock clock;

    NeedImport(Needs needs, Registrants registrants, Numbers numbers, Clock clock) {
        this.needs = needs;
        this.registrants = registrants;
        this.numbers = numbers;
        this.clock = clock;
    }

    private record Taken(String externalId, String company, NeedContent content) {}

    @Override
    public String name() {
        return "needs";
    }

    @Override
    @Transactional
    public List<Result> take(String source, boolean publish, List<Row> rows) {
        List<Result> results = new ArrayList<>();
        Map<Integer, Taken> taken = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                taken.put(i, read(rows.get(i)));
                results.add(new Result.Unchanged());
            } catch (Refusal e) {
                results.add(new Result.Rejected(e.sentences()));
            }
        }
        Map<String, Need> known = new HashMap<>();
        needs.findBySourceAndExternalIdIn(
                        source, taken.values().stream().map(Taken::externalId).toList())
                .forEach(need -> known.put(need.externalId(), need));
        Map<String, UUID> companies = registrants.named(
                source, taken.values().stream().map(Taken::company).distinct().toList());
        Iterator<String> free = numbers.next(CaseNumber.Kind.NEED, taken.size()).iterator();
        taken.forEach((index, row) -> {
            Need need = known.get(row.externalId());
            if (need == null) {
                need = new Need(
                        free.next(),
                        source,
                        row.externalId(),
                        Objects.requireNonNull(companies.get(row.company())),
                        null,
                        row.content(),
                        clock.instant());
                if (publish) {
                    need.open();
                }
                known.put(row.externalId(), needs.save(need));
                results.set(index, new Result.Created());
            } else {
                try {
                    if (need.change(row.content(), clock.instant())) {
                        results.set(index, new Result.Updated());
                    }
                } catch (Refusal e) {
                    results.set(index, new Result.Rejected(e.sentences()));
                }
            }
        });
        return results;
    }

    private static Taken read(Row row) {
        String id = row.required("The row has no id.", "id", "externalId");
        String title = row.required("The row has no title.", "title");
        String problem = row.required("The row has no description.", "problem", "description");
        String company = StringUtils.left(
                row.required("The row names no company.", "organisation", "branch", "agency"), LONGEST_NAME);
        return new Taken(
                id,
                company,
                new NeedContent(
                        Row.languageOf(title + problem),
                        title,
                        problem,
                        row.text("specification"),
                        null,
                        null,
                        row.list("ipc"),
                        null,
                        null,
                        true));
    }
}
