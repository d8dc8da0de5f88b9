package org.kakehashi.registry;

import java.time.Clock;
import java.time.LocalDate;
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
import org.kakehashi.shared.ThreeValued;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes seeds in bulk. A row needs {@code id}, {@code title} and a text under {@code outline} or {@code abstract}; its
 * owner stands under {@code applicant}, {@code firm} or {@code organisation}, its numbers under
 * {@code applicationNumber} and {@code registrationNumber} or {@code number}. Where a source numbers no patents, its own
 * id stands in for the application's number. Conditions the row does not state stay unspecified.
 */
@Component
class SeedImport implements ImportKind {

    private static final int LONGEST_NAME = 200;

    private final Seeds seeds;
    private final Registrants registrants;
    private final Numbers numbers;
    private final Clock clock;

    SeedImport(Seeds seeds, Registrants registrants, Numbers numbers, Clock clock) {
        this.seeds = seeds;
        this.registrants = registrants;
        this.numbers = numbers;
        this.clock = clock;
    }

    private record Taken(String externalId, String owner, SeedContent content) {}

    @Override
    public String name() {
        return "seeds";
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
        Map<String, Seed> known = new HashMap<>();
        seeds.findBySourceAndExternalIdIn(
                        source, taken.values().stream().map(Taken::externalId).toList())
                .forEach(seed -> known.put(seed.externalId(), seed));
        Map<String, UUID> owners = registrants.named(
                source, taken.values().stream().map(Taken::owner).distinct().toList());
        Iterator<String> free = numbers.next(CaseNumber.Kind.SEED, taken.size()).iterator();
        taken.forEach((index, row) -> {
            Seed seed = known.get(row.externalId());
            if (seed == null) {
                seed = new Seed(
                        free.next(),
                        source,
                        row.externalId(),
                        Objects.requireNonNull(owners.get(row.owner())),
                        null,
                        row.content(),
                        clock.instant());
                if (publish) {
                    seed.publish(LocalDate.now(clock).plusMonths(12));
                }
                known.put(row.externalId(), seeds.save(seed));
                results.set(index, new Result.Created());
            } else {
                try {
                    if (seed.change(row.content(), clock.instant())) {
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
        String outline = row.required("The row has no outline or abstract.", "outline", "abstract");
        String owner = StringUtils.left(
                row.required("The row names no owner.", "applicant", "firm", "organisation"), LONGEST_NAME);
        String registration = row.textOrNull("registrationNumber", "number");
        String application = row.textOrNull("applicationNumber");
        return new Taken(
                id,
                owner,
                new SeedContent(
                        Row.languageOf(title + outline),
                        title,
                        outline,
                        row.text("purpose"),
                        row.text("effect"),
                        row.text("applicableProducts"),
                        row.text("advantage"),
                        owner,
                        StringUtils.defaultIfEmpty(row.text("inventionName"), title),
                        application == null && registration == null ? id : application,
                        registration,
                        row.textOrNull("publicationNumber"),
                        false,
                        row.list("ipc"),
                        ThreeValued.NOT_SPECIFIED,
                        ThreeValued.NOT_SPECIFIED,
                        SeedContent.LicenceTerms.unspecified(),
                        SeedContent.AssignmentTerms.unspecified(),
                        null,
                        ThreeValued.NOT_SPECIFIED,
                        ThreeValued.NOT_SPECIFIED,
                        ThreeValued.NOT_SPECIFIED,
                        List.of(),
                        true,
                        false,
                        false));
    }
}
