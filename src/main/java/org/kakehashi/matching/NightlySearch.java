package org.kakehashi.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches for every open need once more each night: what changed on the other side, was learned or was missed while a
 * node was down is proposed then. The night notes its place with each few needs, so that one that is broken off goes on
 * where it was; searching twice changes nothing.
 */
@Component
class NightlySearch {

    private static final Logger LOG = LoggerFactory.getLogger(NightlySearch.class);
    private static final int BATCH = 10;
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Matching matching;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NightlySearch(Matching matching, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.matching = matching;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins, or goes on where it or another node stopped; leaves the rest for the next time, so that others get on. */
    @Scheduled(cron = "${kakehashi.matching.night:*/30 * 1-5 * * *}", zone = "Asia/Tokyo")
    void search() {
        LocalDate night = LocalDate.now(clock);
        long until = System.nanoTime() + AT_ONCE.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until) {
            more = searchSome(night);
        }
    }

    /** @return whether more are left; not where another node searches or all is done */
    boolean searchSome(LocalDate night) {
        return Boolean.TRUE.equals(transaction.execute(status -> next(night)));
    }

    private boolean next(LocalDate night) {
        if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('nightly matching'))")
                .query(Boolean.class)
                .single()) {
            return false;
        }
        jdbc.sql("INSERT INTO matching_night (night, record, searched, found, begun_at) VALUES (?, '', 0, 0, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(night, Timestamp.from(clock.instant()))
                .update();
        List<String> needs =
                jdbc.sql("""
                        SELECT need.number FROM need, matching_night n
                        WHERE n.night = ? AND n.ended_at IS NULL AND need.status = 'OPEN' AND need.number > n.record
                        ORDER BY need.number LIMIT ?
                        """).params(night, BATCH).query(String.class).list();
        int found = needs.stream().mapToInt(matching::lookAgain).sum();
        if (needs.isEmpty()) {
            end(night);
            return false;
        }
        jdbc.sql("UPDATE matching_night SET record = ?, searched = searched + ?, found = found + ? WHERE night = ?")
                .params(needs.get(needs.size() - 1), needs.size(), found, night)
                .update();
        return true;
    }

    private void end(LocalDate night) {
        if (jdbc.sql("UPDATE matching_night SET ended_at = ? WHERE night = ? AND ended_at IS NULL")
                        .params(Timestamp.from(clock.instant()), night)
                        .update()
                == 1) {
            LOG.info("The nightly search is done");
        }
    }
}
