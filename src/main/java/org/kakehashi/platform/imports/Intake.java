package org.kakehashi.platform.imports;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.search.SearchEngine;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Persistable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes rows together with their count: known records are changed, others are entered, a wrong row is turned down. */
@Component
class Intake {

    /**
     * While a batch is indexed the next one is taken, and no more: the import does not run ahead of the node's index. Readers
     * open it anew when they next search; to do so for each batch would cost more than the indexing.
     */
    private final IndexingPlanSynchronizationStrategy oneBatchAhead =
            context -> context.indexingFutureHandler(this::awaitBatchBefore);

    private volatile CompletableFuture<?> indexing = CompletableFuture.allOf();
    private final ImportTable table;
    private final Numbers numbers;
    private final Journal journal;
    private final OwnRecords own;
    private final EntityManager entities;
    private final SearchEngine engine;
    private final ApplicationEventPublisher events;

    Intake(
            ImportTable table,
            Numbers numbers,
            Journal journal,
            OwnRecords own,
            EntityManager entities,
            SearchEngine engine,
            ApplicationEventPublisher events) {
        this.table = table;
        this.numbers = numbers;
        this.journal = journal;
        this.own = own;
        this.entities = entities;
        this.engine = engine;
        this.events = events;
    }

    /** What shall be imported. */
    record Order(UUID id, ImportKind<?, ?> kind, String source, boolean publish) {}

    /** What became of rows. */
    record Outcome(int created, int updated, int unchanged, List<RejectedRow> rejects) {}

    /** What rows say, judged against the records that there are. */
    private record Judgement<R, D>(
            List<Judged<D>> fresh, List<Judged<R>> changed, int unchanged, List<RejectedRow> rejects) {}

    private record Judged<T>(Row row, T value) {}

    /**
     * Takes rows in one transaction and few round trips.
     *
     * @param rows each of another record
     * @param unreadable lines that are no rows
     * @param bytesRead of the file so far
     * @throws ImportTable.Ended where the import is not under way any more
     */
    @Transactional
    public void take(Order order, List<Row> rows, List<RejectedRow> unreadable, long bytesRead) {
        if (!engine.isShared()) {
            Search.session(entities).indexingPlanSynchronizationStrategy(oneBatchAhead);
        }
        table.count(order.id, take(order.kind, order, rows, unreadable), bytesRead);
    }

    private void awaitBatchBefore(CompletableFuture<?> next) {
        CompletableFuture<?> before = indexing;
        indexing = next;
        before.join();
    }

    /** Returns when a search at this node's own index finds all that was taken; a shared one is written from its outbox. */
    public void awaitIndex() {
        indexing.join();
    }

    private <R extends Persistable<String>, D> Outcome take(
            ImportKind<R, D> kind, Order order, List<Row> rows, List<RejectedRow> unreadable) {
        table.planAnew(true);
        Judgement<R, D> judged = judge(kind, order, rows, unreadable);
        Iterator<String> free = numbers.next(kind.number(), judged.fresh.size()).iterator();
        List<ImportKind.Fresh<D>> entered = judged.fresh.stream()
                .map(each -> new ImportKind.Fresh<>(free.next(), each.row.id(), each.value))
                .toList();
        kind.enter(order.source, order.publish, entered);
        table.planAnew(false);
        List<String> changed = judged.changed.stream()
                .map(each -> String.valueOf(each.value.getId()))
                .toList();
        String record = StringUtils.capitalize(kind.number().name().toLowerCase(Locale.ROOT));
        List<String> fresh = entered.stream().map(ImportKind.Fresh::number).toList();
        journal.note(fresh, record + " imported", "From " + order.source);
        journal.note(changed, record + " changed", "By an import from " + order.source);
        if (!fresh.isEmpty() || !changed.isEmpty()) {
            events.publishEvent(new Imported(fresh, changed));
        }
        return new Outcome(entered.size(), changed.size(), judged.unchanged, judged.rejects);
    }

    /**
     * What {@link #take} would do with rows; nothing is kept but what the preview has met.
     *
     * @param examples gets some of the rows that would be entered or change a record
     */
    public Outcome preview(Order order, List<Row> rows, List<RejectedRow> unreadable, Examples examples) {
        return preview(order.kind, order, rows, unreadable, examples);
    }

    private <R extends Persistable<String>, D> Outcome preview(
            ImportKind<R, D> kind, Order order, List<Row> rows, List<RejectedRow> unreadable, Examples examples) {
        Judgement<R, D> judged = judge(kind, order, rows, unreadable);
        Map<String, Integer> fresh = new LinkedHashMap<>();
        judged.fresh.forEach(each -> fresh.put(each.row.id(), each.row.values().hashCode()));
        Map<String, Integer> seen = table.seen(order.id, fresh);
        int updated = 0;
        int unchanged = 0;
        for (Judged<D> each : judged.fresh) {
            Integer before = seen.get(each.row.id());
            if (before == null) {
                examples.created(each.row, kind.title(each.row));
            } else if (before.equals(fresh.get(each.row.id()))) {
                unchanged++;
            } else {
                updated++;
            }
        }
        judged.changed.forEach(
                each -> examples.updated(each.row, kind.title(each.row), String.valueOf(each.value.getId())));
        return new Outcome(
                fresh.size() - updated - unchanged,
                judged.changed.size() + updated,
                judged.unchanged + unchanged,
                judged.rejects);
    }

    private <R extends Persistable<String>, D> Judgement<R, D> judge(
            ImportKind<R, D> kind, Order order, List<Row> rows, List<RejectedRow> unreadable) {
        Map<String, R> known = kind.known(order.source, Row.ids(rows));
        List<Judged<D>> fresh = new ArrayList<>();
        List<Judged<R>> changed = new ArrayList<>();
        int unchanged = 0;
        List<RejectedRow> rejects = new ArrayList<>(unreadable);
        for (Row row : rows) {
            try {
                R record = known.get(row.id());
                if (record == null) {
                    fresh.add(new Judged<>(row, kind.read(row, order.publish)));
                } else if (!own.include(kind.enteredBy(record))) {
                    throw Refusal.forbidden("Record %s of %s was entered by somebody else: name another source."
                            .formatted(row.id(), order.source));
                } else if (kind.change(record, row)) {
                    changed.add(new Judged<>(row, record));
                } else {
                    unchanged++;
                }
            } catch (Refusal e) {
                rejects.add(row.rejected(e.sentences()));
            }
        }
        return new Judgement<>(fresh, changed, unchanged, rejects);
    }
}
