package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This node's index of the seeds and of the needs. It follows the database by the list of what has changed, and notes in
 * each commit how far it came: one that is lost or was left behind catches up by itself.
 */
@Component
class MatchingIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MatchingIndex.class);

    /** Counts up with each change of the fields or their analysis, so that a new index is built. */
    private static final String SHAPE = "3";

    private static final int BATCH = 500;
    private static final Place BEGINNING = new Place("0", "");

    private final Map<Side, Followed> sides = new EnumMap<>(Side.class);
    private final Profiles profiles;
    private final TextVectors vectors;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    MatchingIndex(
            @Value("${kakehashi.data.folder}") Path data,
            Profiles profiles,
            TextVectors vectors,
            JdbcClient jdbc,
            PlatformTransactionManager transactions)
            throws IOException {
        this.profiles = profiles;
        this.vectors = vectors;
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Path folder = data.resolve("matching").resolve(SHAPE + "-" + vectors.modelName());
        try {
            sides.put(Side.LICENSOR, new Followed(new SideIndex(FSDirectory.open(folder.resolve("seeds")))));
            sides.put(Side.LICENSEE, new Followed(new SideIndex(FSDirectory.open(folder.resolve("needs")))));
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException(
                    "Another node works in " + data + ": give each node a data folder of its own", e);
        }
    }

    /** Up to which change a side was followed: all of earlier transactions, and of this one those up to the record. */
    private record Place(String transaction, String record) {}

    private static final class Followed {
        private final SideIndex index;
        private Place place;

        /** Changes that were taken although older transactions still run, so that they are not taken each time. */
        private final Map<String, String> ahead = new HashMap<>();

        private boolean uncommitted;

        Followed(SideIndex index) {
            this.index = index;
            Map<String, String> note = index.note();
            this.place = new Place(
                    note.getOrDefault("transaction", BEGINNING.transaction),
                    note.getOrDefault("record", BEGINNING.record));
        }
    }

    private record Change(String record, String changed, String oldest) {

        Place place() {
            return new Place(changed, record);
        }
    }

    SideIndex of(Side side) {
        return followed(side).index;
    }

    private Followed followed(Side side) {
        return Objects.requireNonNull(sides.get(side));
    }

    /** Takes in what has been committed up to now; searches see it when this returns. */
    void catchUp() {
        for (Side side : Side.values()) {
            Followed followed = followed(side);
            synchronized (followed) {
                Place from = followed.place;
                while (from != null) {
                    Place next = from;
                    from = ownTransaction.execute(status -> step(side, followed, next));
                }
            }
        }
    }

    /** @return where to go on; none where nothing more waits */
    private @Nullable Place step(Side side, Followed followed, Place from) {
        List<Change> changes = jdbc.sql("""
                        SELECT record, changed::text AS changed,
                               pg_snapshot_xmin(pg_current_snapshot())::text AS oldest
                        FROM matching_feed
                        WHERE side = ? AND (changed, record) > (?::xid8, ?)
                        ORDER BY changed, record LIMIT ?
                        """)
                .params(side.name(), from.transaction, from.record, BATCH)
                .query(Change.class)
                .list();
        List<String> news = changes.stream()
                .filter(change -> !change.changed.equals(followed.ahead.get(change.record)))
                .map(Change::record)
                .toList();
        if (!news.isEmpty()) {
            take(followed, news);
        }
        follow(followed, changes);
        return changes.size() < BATCH ? null : changes.get(BATCH - 1).place();
    }

    private void take(Followed followed, List<String> numbers) {
        Map<String, Profile> records = profiles.of(numbers);
        Map<String, float[]> kept = vectors.kept(records.values());
        try {
            for (String number : numbers) {
                Profile record = records.get(number);
                if (record == null || !put(followed.index, record, kept.get(number))) {
                    followed.index.remove(number);
                }
            }
            followed.index.refresh();
            followed.uncommitted = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One record that cannot be indexed must not keep all others from it. */
    private static boolean put(SideIndex index, Profile record, float @Nullable [] vector) throws IOException {
        try {
            index.put(record, vector);
            return true;
        } catch (AlreadyClosedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} is left out of matching until it changes, as it cannot be indexed", record.number(), e);
            return false;
        }
    }

    /** Goes on to the last change, but not past a transaction that may still commit one. */
    private static void follow(Followed followed, List<Change> changes) {
        for (Change change : changes) {
            if (older(change.changed, change.oldest)) {
                followed.place = change.place();
                followed.ahead.remove(change.record);
            } else {
                followed.ahead.put(change.record, change.changed);
            }
        }
    }

    private static boolean older(String transaction, String than) {
        return Long.compareUnsigned(Long.parseUnsignedLong(transaction), Long.parseUnsignedLong(than)) < 0;
    }

    /** Makes what was taken in outlast this process. */
    void commit() {
        for (Followed followed : sides.values()) {
            synchronized (followed) {
                if (followed.uncommitted) {
                    try {
                        followed.index.commit(
                                Map.of("transaction", followed.place.transaction, "record", followed.place.record));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    followed.uncommitted = false;
                }
            }
        }
    }

    /** Builds it anew from the database, beginning with the next catching up. */
    void forget() {
        for (Followed followed : sides.values()) {
            synchronized (followed) {
                try {
                    followed.index.clear();
                    followed.index.refresh();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                followed.place = BEGINNING;
                followed.ahead.clear();
                followed.uncommitted = true;
            }
        }
    }

    @Override
    public void destroy() throws IOException {
        commit();
        for (Followed followed : sides.values()) {
            followed.index.close();
        }
    }
}
