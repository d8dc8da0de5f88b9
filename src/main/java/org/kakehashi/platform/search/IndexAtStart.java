package org.kakehashi.platform.search;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the index anew, in the background, where it holds other than as many records as the database. */
@Component
class IndexAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(IndexAtStart.class);

    private final EntityManager entities;
    private final TransactionTemplate transaction;

    IndexAtStart(EntityManager entities, TransactionTemplate transaction) {
        this.entities = entities;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rebuildWhereIncomplete() {
        indexed().forEach(type -> {
            if (Boolean.TRUE.equals(transaction.execute(status -> isIncomplete(type)))) {
                rebuild(type);
            }
        });
    }

    private List<? extends Class<?>> indexed() {
        return Search.mapping(entities.getEntityManagerFactory()).allIndexedEntities().stream()
                .map(indexed -> indexed.javaClass())
                .toList();
    }

    private boolean isIncomplete(Class<?> type) {
        long stored = entities.createQuery("select count(r) from " + type.getSimpleName() + " r", Long.class)
                .getSingleResult();
        return Search.session(entities).search(type).where(f -> f.matchAll()).fetchTotalHitCount() != stored;
    }

    private void rebuild(Class<?> type) {
        LOG.info("Building the search index of {}s in the background", type.getSimpleName());
        Search.mapping(entities.getEntityManagerFactory())
                .scope(type)
                .massIndexer()
                .monitor(new Progress(type.getSimpleName()))
                .start()
                .exceptionally(failure -> {
                    LOG.error("The search index of {}s could not be built", type.getSimpleName(), failure);
                    return null;
                });
    }

    private static final class Progress implements MassIndexingMonitor {

        private static final int STEP = 5_000;

        private final String type;
        private final AtomicLong total = new AtomicLong();
        private final AtomicLong done = new AtomicLong();

        Progress(String type) {
            this.type = type;
        }

        @Override
        public void documentsAdded(long increment) {
            long now = done.addAndGet(increment);
            if (now / STEP > (now - increment) / STEP) {
                LOG.info("Search index of {}s: {} of {}", type, now, total);
            }
        }

        @Override
        public void documentsBuilt(long increment) {}

        @Override
        public void entitiesLoaded(long increment) {}

        @Override
        public void addToTotalCount(long increment) {
            total.addAndGet(increment);
        }

        @Override
        public void indexingCompleted() {
            LOG.info("Search index of {}s: done, {} records", type, done);
        }
    }
}
