package org.kakehashi.portal.search;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.SearchScrollResult;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.massindexing.MassIndexer;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.persistence.OneNode;
import org.kakehashi.platform.search.SearchEngine;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the index of published records whole: fills it at the start where it is not, and writes it anew while the system
 * runs. A document takes the place of the one before, so a search sees every record all the while.
 */
@Component
public class PortalIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PortalIndex.class);
    private static final int BATCH = 500;
    private static final int LOADERS = 2;

    /** Where no more than one record in so many is missing, the index still serves better than a plain list. */
    private static final int TOLERATED = 100;

    private final EntityManager entities;
    private final Seeds seeds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SearchEngine engine;
    private final OneNode oneNode;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(new CustomizableThreadFactory("portal-index"));

    private long missingBefore;
    private volatile Progress progress = new Progress(State.READY, 0, 0, null, null);

    PortalIndex(
            EntityManager entities,
            Seeds seeds,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            SearchEngine engine,
            OneNode oneNode) {
        this.entities = entities;
        this.seeds = seeds;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.engine = engine;
        this.oneNode = oneNode;
    }

    /** What the index is doing. */
    public enum State {
        READY,
        /** It lacked records and is being filled: searches go by the database meanwhile. */
        FILLING,
        /** It is whole and being written anew: searches are answered from it. */
        REBUILDING,
        FAILED
    }

    /**
     * How far it has come.
     *
     * @param done records written since the beginning
     * @param total records to write
     * @param since when the work began; absent where there was none
     * @param until when it ended; absent where it goes on
     */
    public record Progress(
            State state,
            long done,
            long total,
            @Nullable Instant since,
            @Nullable Instant until) {

        public boolean runs() {
            return state == State.FILLING || state == State.REBUILDING;
        }

        public long percent() {
            return total == 0 ? 100 : Math.min(100, 100 * done / total);
        }
    }

    public Progress progress() {
        return progress;
    }

    /** Whether what it does not find is not there. */
    public boolean isWhole() {
        return progress.state != State.FILLING;
    }

    /** Published records in the database. */
    public long published() {
        return jdbc.sql("SELECT count(*) FROM seed WHERE status = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    /** Documents in the index; -1 where it cannot be read. */
    public long indexed() {
        try {
            Long count = transaction.execute(status -> Search.session(entities)
                    .search(Seed.class)
                    .where(find -> find.matchAll())
                    .fetchTotalHitCount());
            return count == null ? -1 : count;
        } catch (RuntimeException e) {
            LOG.warn("The portal's index cannot be read: {}", e.toString());
            return -1;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void fillWhereIncomplete() {
        if (indexed() != published()) {
            begin(State.FILLING);
        }
    }

    /**
     * Whether an index in which nothing was found holds anything at all; where it is empty though records are published, it
     * was lost and is filled again.
     */
    public boolean stands() {
        if (indexed() > 0 || published() == 0) {
            return true;
        }
        if (!progress.runs()) {
            begin(State.FILLING);
        }
        return false;
    }

    /** Heals what two looks in a row find amiss; a document or two on their way are nothing amiss. */
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void lookAfter() {
        long missing = published() - indexed();
        if (missing != 0 && missing == missingBefore && !progress.runs()) {
            LOG.warn("The portal's index differs from the database by {} records", missing);
            begin(Math.abs(missing) > published() / TOLERATED ? State.FILLING : State.REBUILDING);
        }
        missingBefore = missing;
    }

    /** @throws Refusal where it is being written already */
    public void rebuild() {
        begin(indexed() < 1 ? State.FILLING : State.REBUILDING);
    }

    private synchronized void begin(State state) {
        if (progress.runs()) {
            throw Refusal.conflict("The index is being written already.");
        }
        progress = new Progress(state, 0, published(), clock.instant(), null);
        worker.execute(this::write);
    }

    private void write() {
        try {
            if (engine.isShared()) {
                oneNode.atATime("portal index", this::writeShared);
            } else {
                write(this::writeOwn);
            }
            progress = new Progress(State.READY, progress.done, progress.total, progress.since, clock.instant());
        } catch (RuntimeException e) {
            LOG.error("The portal's index could not be written", e);
            progress = new Progress(State.FAILED, progress.done, progress.total, progress.since, clock.instant());
        }
    }

    /** What another node has filled meanwhile need not be filled again. */
    private void writeShared() {
        if (progress.state == State.REBUILDING || indexed() != published()) {
            write(this::writeAtOnce);
        }
    }

    private void write(Runnable documents) {
        LOG.info("Writing the portal's index, {} records", progress.total);
        if (indexed() < 0) {
            scope().schemaManager().dropAndCreate();
        }
        documents.run();
        removeStrays();
        scope().workspace().refresh();
        LOG.info("The portal's index is written, {} records", progress.done);
    }

    private void writeOwn() {
        for (List<String> batch = after(""); !batch.isEmpty(); batch = after(batch.get(batch.size() - 1))) {
            index(batch);
            written(batch.size());
        }
    }

    /** What changes meanwhile waits in the outbox, on all nodes, and is written thereafter. */
    private void writeAtOnce() {
        MassIndexer indexer = scope().massIndexer()
                .purgeAllOnStart(false)
                .mergeSegmentsOnFinish(false)
                .threadsToLoadObjects(LOADERS)
                .batchSizeToLoadObjects(BATCH)
                .idFetchSize(BATCH)
                .monitor(new Counting());
        indexer.type(Seed.class).reindexOnly("status = 'PUBLISHED'");
        try {
            indexer.startAndWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The application ends.", e);
        }
    }

    private final class Counting implements MassIndexingMonitor {

        @Override
        public void documentsAdded(long documents) {
            written(documents);
        }

        @Override
        public void documentsBuilt(long documents) {}

        @Override
        public void entitiesLoaded(long entities) {}

        @Override
        public void addToTotalCount(long entities) {}

        @Override
        public void indexingCompleted() {}
    }

    private synchronized void written(long documents) {
        progress = new Progress(progress.state, progress.done + documents, progress.total, progress.since, null);
    }

    /** The next published numbers. */
    private List<String> after(String number) {
        return jdbc.sql("SELECT number FROM seed WHERE status = 'PUBLISHED' AND number > ? ORDER BY number LIMIT "
                        + BATCH)
                .param(number)
                .query(String.class)
                .list();
    }

    /** Writes records until what is written is what the database has: a change meanwhile would else be overwritten. */
    void index(Collection<String> numbers) {
        Collection<String> behind = numbers;
        while (!behind.isEmpty()) {
            Map<String, Integer> written = writeOnce(behind);
            Map<String, Integer> now = versions(behind);
            behind = behind.stream()
                    .filter(number -> !now.getOrDefault(number, -1).equals(written.getOrDefault(number, -1)))
                    .toList();
        }
    }

    private Map<String, Integer> writeOnce(Collection<String> numbers) {
        var written = new HashMap<String, Integer>();
        transaction.executeWithoutResult(status -> {
            var plan = Search.session(entities).indexingPlan();
            seeds.findAllById(numbers).forEach(seed -> {
                plan.addOrUpdate(seed);
                written.put(seed.number(), seed.version());
            });
        });
        return written;
    }

    private Map<String, Integer> versions(Collection<String> numbers) {
        var versions = new HashMap<String, Integer>();
        jdbc.sql("SELECT number, version FROM seed WHERE number IN (:numbers)")
                .param("numbers", numbers)
                .query(row -> {
                    versions.put(row.getString("number"), row.getInt("version"));
                });
        return versions;
    }

    /** Takes documents out of whose records the public may no longer know. */
    private void removeStrays() {
        transaction.executeWithoutResult(status -> {
            var session = Search.session(entities);
            try (SearchScroll<String> all = session.search(Seed.class)
                    .select(find -> find.id(String.class))
                    .where(find -> find.matchAll())
                    .scroll(BATCH)) {
                for (SearchScrollResult<String> next = all.next(); next.hasHits(); next = all.next()) {
                    Set<String> published = new HashSet<>(
                            jdbc.sql("SELECT number FROM seed WHERE status = 'PUBLISHED' AND number IN (:numbers)")
                                    .param("numbers", new ArrayList<>(next.hits()))
                                    .query(String.class)
                                    .list());
                    next.hits().stream()
                            .filter(number -> !published.contains(number))
                            .forEach(number -> session.indexingPlan().purge(Seed.class, number, null));
                }
            }
        });
    }

    private SearchScope<Seed> scope() {
        return Search.mapping(entities.getEntityManagerFactory()).scope(Seed.class);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
