package org.kakehashi.matching.search;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Keeps this node's index up with the database and has the texts read that wait, beside everything else. */
@Component
class IndexKeeper implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final long PAUSE = 1_000;
    private static final int COMMIT = 30;

    private final MatchingIndex index;
    private final TextVectors vectors;
    private final HubSearch hubs;
    private final double load;
    private final ScheduledExecutorService indexer = worker("matching-index");
    private final ScheduledExecutorService reader = worker("matching-reader");

    IndexKeeper(MatchingIndex index, TextVectors vectors, HubSearch hubs, ModelSettings settings) {
        this.index = index;
        this.vectors = vectors;
        this.hubs = hubs;
        this.load = Math.min(1, Math.max(0.01, settings.load()));
    }

    private static ScheduledExecutorService worker(String name) {
        var worker = new ScheduledThreadPoolExecutor(1, new CustomizableThreadFactory(name));
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return worker;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        indexer.scheduleWithFixedDelay(() -> guarded(index::catchUp), 0, PAUSE, TimeUnit.MILLISECONDS);
        indexer.scheduleWithFixedDelay(() -> guarded(index::commit), COMMIT, COMMIT, TimeUnit.SECONDS);
        reader.schedule(this::read, PAUSE, TimeUnit.MILLISECONDS);
    }

    /** Reads a batch and makes a search for hubs, then leaves the processor to others for as long as its share of the load asks. */
    private void read() {
        long start = System.nanoTime();
        boolean more = guarded(hubs::goOn) | guarded(() -> vectors.readSome() > 0);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        reader.schedule(this::read, more ? Math.round(took * (1 / load - 1)) : PAUSE, TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        guarded(() -> {
            task.run();
            return true;
        });
    }

    private static boolean guarded(BooleanSupplier task) {
        try {
            return task.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("The search index could not be kept up; it tries again", e);
            return false;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        indexer.shutdown();
        reader.shutdown();
        indexer.awaitTermination(20, TimeUnit.SECONDS);
        reader.awaitTermination(20, TimeUnit.SECONDS);
    }
}
