package org.kakehashi.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.needs.Need;
import org.kakehashi.platform.imports.Imported;
import org.kakehashi.registry.Seed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Matches new and changed seeds and needs soon after they appear, also for the side that has been waiting. They wait in a
 * queue and are taken many at a time, so that an import searches once for each record that may gain, not once per row.
 */
@Component
class Newcomers {

    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);
    private static final int BATCH = 50;
    private static final int FEW = 100;
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Matching matching;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Newcomers(Matching matching, JdbcClient jdbc, TransactionTemplate transaction) {
        this.matching = matching;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @ApplicationModuleListener
    void published(Seed.Published seed) {
        queue(seed.number(), false);
    }

    @ApplicationModuleListener
    void changed(Seed.Changed seed) {
        queue(seed.number(), true);
    }

    @ApplicationModuleListener
    void opened(Need.Opened need) {
        queue(need.number(), false);
    }

    @ApplicationModuleListener
    void changed(Need.Changed need) {
        queue(need.number(), true);
    }

    /** What comes in great numbers is left to the night, which finds the same by one search for each open need. */
    @ApplicationModuleListener
    void imported(Imported rows) {
        if (rows.entered().size() + rows.changed().size() <= FEW) {
            rows.entered().forEach(record -> queue(record, false));
            rows.changed().forEach(record -> queue(record, true));
        }
    }

    private void queue(String record, boolean changed) {
        jdbc.sql("INSERT INTO matching_newcomer (record, changed) VALUES (?, ?)")
                .params(record, changed)
                .update();
    }

    /** @param changed whether it may fit others than before, so that its own list is searched anew too */
    private record Waiting(long id, String record, boolean changed) {}

    /**
     * Takes those that wait, on one node at a time, and leaves the rest for the next time, so that others get on. One that
     * fails is left to the night and holds up no other.
     */
    @Scheduled(fixedDelayString = "${kakehashi.matching.newcomers:PT1S}")
    void takeSome() {
        long until = System.nanoTime() + AT_ONCE.toNanos();
        int taken;
        do {
            try {
                taken = take(BATCH);
            } catch (RuntimeException e) {
                taken = takeEachAlone();
            }
        } while (taken == BATCH && System.nanoTime() < until);
    }

    private int takeEachAlone() {
        int taken = 0;
        boolean more = true;
        while (more && taken < BATCH) {
            try {
                more = take(1) == 1;
            } catch (RuntimeException e) {
                String record = first();
                LOG.error("{} could not be taken to the other side; the night will search for it", record, e);
                jdbc.sql("DELETE FROM matching_newcomer WHERE record = ?")
                        .param(record)
                        .update();
            }
            taken++;
        }
        return more ? taken : 0;
    }

    private String first() {
        return waiting(1).get(0).record;
    }

    private List<Waiting> waiting(int most) {
        return jdbc.sql("SELECT id, record, changed FROM matching_newcomer ORDER BY id LIMIT ?")
                .param(most)
                .query(Waiting.class)
                .list();
    }

    /** @return how many were taken; 0 where another node is at it */
    private int take(int most) {
        Integer taken = transaction.execute(status -> {
            if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('newcomers'))")
                    .query(Boolean.class)
                    .single()) {
                return 0;
            }
            List<Waiting> waiting = waiting(most);
            if (!waiting.isEmpty()) {
                match(waiting);
                jdbc.sql("DELETE FROM matching_newcomer WHERE id = ANY (?)")
                        .param(waiting.stream().map(Waiting::id).toArray(Long[]::new))
                        .update();
            }
            return waiting.size();
        });
        return taken == null ? 0 : taken;
    }

    private void match(List<Waiting> waiting) {
        Map<String, Boolean> records = new LinkedHashMap<>();
        waiting.forEach(each -> records.merge(each.record, each.changed, Boolean::logicalOr));
        matching.announce(new ArrayList<>(records.keySet()));
        records.forEach((record, changed) -> {
            if (changed) {
                matching.lookAgain(record);
            }
        });
    }
}
