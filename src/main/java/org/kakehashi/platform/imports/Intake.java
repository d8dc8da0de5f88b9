package org.kakehashi.platform.imports;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Persistable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes rows together with their count: known records are changed, others are entered, a wrong row is turned down. */
@Component
class Intake {

    private final ImportTable table;
    private final Numbers numbers;
    private final Journal journal;
    private final OwnRecords own;
    private final EntityManager entities;

    Intake(ImportTable table, Numbers numbers, Journal journal, OwnRecords own, EntityManager entities) {
        this.table = table;
        this.numbers = numbers;
        this.journal = journal;
        this.own = own;
        this.entities = entities;
    }

    /** What shall be imported. */
    record Order(UUID id, ImportKind<?, ?> kind, String source, boolean publish) {}

    /** What became of rows. */
    record Outcome(int created, int updated, int unchanged, SortedMap<Integer, String> rejects) {}

    /**
     * Takes rows in one transaction and few round trips; when it has ended, a search finds them.
     *
     * @param rows each of another record
     * @param unreadable lines that are no rows, with the reason
     */
    @Transactional
    public void take(Order order, List<Row> rows, SortedMap<Integer, String> unreadable) {
        Search.session(entities).indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.readSync());
        table.count(order.id, take(order.kind, order, rows, unreadable));
    }

    private <R extends Persistable<String>, D> Outcome take(
            ImportKind<R, D> kind, Order order, List<Row> rows, SortedMap<Integer, String> unreadable) {
        Map<String, R> known = kind.known(order.source, Row.ids(rows));
        Map<String, D> fresh = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        int unchanged = 0;
        SortedMap<Integer, String> rejects = new TreeMap<>(unreadable);
        for (Row row : rows) {
            try {
                R record = known.get(row.id());
                if (record == null) {
                    fresh.put(row.id(), kind.read(row, order.publish));
                } else if (!own.include(kind.enteredBy(record))) {
                    throw Refusal.forbidden("Record %s of %s was entered by somebody else: name another source."
                            .formatted(row.id(), order.source));
                } else if (kind.change(record, row)) {
                    changed.add(String.valueOf(record.getId()));
                } else {
                    unchanged++;
                }
            } catch (Refusal e) {
                rejects.put(row.line(), e.sentences());
            }
        }
        Iterator<String> free = numbers.next(kind.number(), fresh.size()).iterator();
        List<ImportKind.Fresh<D>> entered = fresh.entrySet().stream()
                .map(row -> new ImportKind.Fresh<>(free.next(), row.getKey(), row.getValue()))
                .toList();
        kind.enter(order.source, order.publish, entered);
        String record = StringUtils.capitalize(kind.number().name().toLowerCase(Locale.ROOT));
        journal.note(
                entered.stream().map(ImportKind.Fresh::number).toList(), record + " imported", "From " + order.source);
        journal.note(changed, record + " changed", "By an import from " + order.source);
        return new Outcome(entered.size(), changed.size(), unchanged, rejects);
    }
}
