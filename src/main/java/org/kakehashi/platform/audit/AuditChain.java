package org.kakehashi.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain: each entry's SHA-256 goes over its content, its place and the hash before it. Entries are sealed some seconds
 * after they were written, by one node at a time.
 */
@Component
public class AuditChain {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private static final int BATCH = 1000;
    private static final char BETWEEN = '\u001f';
    private static final byte[] BEGINNING = new byte[32];

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditChain(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What a verification found.
     *
     * @param entries that are sealed
     * @param head the last one's hash, to be kept elsewhere; a trail cut at its end is found by it alone
     * @param fault the first thing that is wrong, in a sentence; none where all is as it was written
     */
    public record Verdict(
            long entries, String head, @Nullable String fault) {}

    private record Content(long id, String text, @Nullable Long place, byte @Nullable [] hash) {

        static Content of(ResultSet row) throws SQLException {
            var at = row.getTimestamp("at").toInstant();
            return new Content(
                    row.getLong("id"),
                    String.join(
                            String.valueOf(BETWEEN),
                            row.getString("id"),
                            String.valueOf(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000),
                            row.getString("actor"),
                            row.getString("action"),
                            row.getString("subject"),
                            row.getString("detail"),
                            String.valueOf(row.getString("journal_id")),
                            String.valueOf(row.getString("journal_digest"))),
                    row.getObject("place", Long.class),
                    row.getBytes("hash"));
        }

        byte[] hash(long at, byte[] before) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            digest.update(before);
            return digest.digest((at + String.valueOf(BETWEEN) + text).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Gives every entry that has none its place, some at a time. @return how many were sealed */
    @Scheduled(fixedDelayString = "${kakehashi.audit.sealing:PT2S}")
    public int seal() {
        int sealed = 0;
        int some;
        do {
            some = Objects.requireNonNull(transaction.execute(status -> sealSome()));
            sealed += some;
        } while (some == BATCH);
        return sealed;
    }

    private int sealSome() {
        if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('audit chain'))")
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        List<Content> open = jdbc.sql("SELECT * FROM audit_entry WHERE place IS NULL ORDER BY id LIMIT ?")
                .param(BATCH)
                .query((row, index) -> Content.of(row))
                .list();
        if (open.isEmpty()) {
            return 0;
        }
        Optional<Content> last = last();
        long place = last.map(Content::place).orElse(0L);
        byte[] before = last.map(Content::hash).orElse(BEGINNING);
        var ids = new Long[open.size()];
        var hashes = new byte[open.size()][];
        for (int i = 0; i < ids.length; i++) {
            before = open.get(i).hash(place + i + 1, before);
            ids[i] = open.get(i).id;
            hashes[i] = before;
        }
        jdbc.sql("""
                UPDATE audit_entry SET place = ? + sealed.position, hash = sealed.hash
                FROM unnest(?, ?) WITH ORDINALITY AS sealed (id, hash, position) WHERE audit_entry.id = sealed.id
                """).params(place, ids, hashes).update();
        return ids.length;
    }

    private Optional<Content> last() {
        return jdbc.sql("SELECT * FROM audit_entry WHERE place IS NOT NULL ORDER BY place DESC LIMIT 1")
                .query((row, index) -> Content.of(row))
                .optional();
    }

    /** Operators keep the log elsewhere: what it says of the head shows later whether the end was cut off. */
    @Scheduled(cron = "0 0 * * * *", zone = "Asia/Tokyo")
    @Transactional(readOnly = true)
    public void tellHead() {
        last().ifPresent(entry ->
                LOG.info("The audit trail has {} entries, the last one's hash is {}", entry.place, hex(entry.hash)));
    }

    /** Goes over the whole chain and the journal behind it, in bounded memory. */
    @Transactional(readOnly = true)
    public Verdict verify() {
        var walk = new Walk();
        try (var entries = jdbc
                .sql("SELECT * FROM audit_entry WHERE place IS NOT NULL ORDER BY place")
                .query((row, index) -> Content.of(row))
                .stream()) {
            entries.forEach(walk::step);
        }
        String fault = walk.fault == null ? journalFault() : walk.fault;
        return new Verdict(walk.place, hex(walk.before), fault);
    }

    private final class Walk {
        private long place;
        private byte[] before = BEGINNING;
        private @Nullable String fault;

        void step(Content entry) {
            if (fault != null) {
                return;
            }
            long found = entry.place == null ? 0 : entry.place;
            if (found != place + 1) {
                fault = "After place %d entries are missing: the next one is at place %d (entry %d)."
                        .formatted(place, found, entry.id);
                return;
            }
            byte[] expected = entry.hash(found, before);
            if (!Arrays.equals(expected, entry.hash)) {
                fault =
                        "Entry %d at place %d is not what was sealed: it, or one before it, was changed, removed or inserted."
                                .formatted(entry.id, found);
                return;
            }
            place = found;
            before = expected;
        }
    }

    private @Nullable String journalFault() {
        return jdbc.sql("""
                        SELECT journal.id AS journal, audit.journal_id AS audited
                        FROM journal_entry journal
                        FULL JOIN (SELECT * FROM audit_entry WHERE journal_id IS NOT NULL) audit
                          ON audit.journal_id = journal.id
                        WHERE journal.id IS NULL OR audit.id IS NULL
                        OR audit.journal_digest <> journal_digest(journal.event, journal.text)
                        OR (audit.at, audit.actor, audit.subject, audit.detail)
                          <> (journal.at, audit_actor(journal.actor), journal.number, journal.event)
                        LIMIT 1
                        """)
                .query((row, index) -> row.getObject("journal") == null
                        ? "Journal entry %d was removed.".formatted(row.getLong("audited"))
                        : row.getObject("audited") == null
                                ? "Journal entry %d was inserted past the trail.".formatted(row.getLong("journal"))
                                : "Journal entry %d was changed.".formatted(row.getLong("journal")))
                .optional()
                .orElse(null);
    }

    private static String hex(byte @Nullable [] hash) {
        return hash == null ? "" : HexFormat.of().formatHex(hash);
    }
}
