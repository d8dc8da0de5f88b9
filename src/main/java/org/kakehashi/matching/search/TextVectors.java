package org.kakehashi.matching.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The directions that the model gave the texts, each computed once and kept in the database for every node. */
@Component
class TextVectors implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TextVectors.class);
    private static final int BATCH = 16;

    private final ModelSettings settings;
    private final Profiles profiles;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private @Nullable TextModel model;
    private volatile double pace;
    private long batchEnded;

    TextVectors(ModelSettings settings, Profiles profiles, JdbcClient jdbc, JdbcTemplate template) {
        this.settings = settings;
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Whether a model reads texts of the language. */
    boolean reads(String language) {
        return settings.reads(language);
    }

    /** Tells the vectors of the configured model from those of any other; {@code none} without a model. */
    String modelName() {
        return settings.fixedName().orElseGet(() -> model().name());
    }

    private synchronized TextModel model() {
        if (model == null) {
            model = settings.open();
        }
        return model;
    }

    /** Of a record's text as it stands now: kept, or else computed and kept; none where no model reads its language. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public float @Nullable [] of(Profile record) {
        if (!reads(record.language())) {
            return null;
        }
        float[] kept = kept(List.of(record)).get(record.number());
        return kept == null ? read(record) : kept;
    }

    /** Those that are kept, by record. */
    Map<String, float[]> kept(Collection<Profile> records) {
        Map<String, String> digests = records.stream()
                .filter(record -> reads(record.language()))
                .collect(Collectors.toMap(Profile::number, TextVectors::digest));
        Map<String, float[]> kept = new HashMap<>();
        if (!digests.isEmpty()) {
            jdbc.sql("SELECT record, text, vector FROM text_vector WHERE model = ? AND record = ANY (?)")
                    .param(modelName())
                    .param(digests.keySet().toArray(String[]::new))
                    .query(row -> {
                        String record = row.getString("record");
                        if (row.getString("text").equals(digests.get(record))) {
                            kept.put(record, Vectors.of(row.getBytes("vector")));
                        }
                    });
        }
        return kept;
    }

    private float[] read(Profile record) {
        return keep(record, model().vector(TextAnalysis.readable(record.text())));
    }

    private float[] keep(Profile record, float[] vector) {
        jdbc.sql("""
                        INSERT INTO text_vector (record, model, text, vector) VALUES (?, ?, ?, ?)
                        ON CONFLICT (record)
                        DO UPDATE SET model = excluded.model, text = excluded.text, vector = excluded.vector
                        WHERE (text_vector.model, text_vector.text) <> (excluded.model, excluded.text)
                        """)
                .param(record.number())
                .param(modelName())
                .param(digest(record))
                .param(Vectors.bytes(vector))
                .update();
        return vector;
    }

    private static String digest(Profile record) {
        return DigestUtils.sha256Hex(record.text());
    }

    private record Waiting(String record, String changed) {}

    /**
     * Reads the next texts that wait, on one node at a time; what changes meanwhile waits on.
     *
     * @return how many it got through; 0 where none waits or another node reads
     */
    @Transactional
    public int readSome() {
        if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('text vectors'))")
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        List<Waiting> waiting = jdbc.sql(
                        "SELECT record, changed::text AS changed FROM matching_feed WHERE to_read ORDER BY changed, record LIMIT ?")
                .param(BATCH)
                .query(Waiting.class)
                .list();
        Map<String, Profile> records =
                profiles.of(waiting.stream().map(Waiting::record).toList());
        Set<String> kept = kept(records.values()).keySet();
        List<Object[]> done = new ArrayList<>();
        List<Object[]> gone = new ArrayList<>();
        List<RuntimeException> faults = new ArrayList<>();
        for (Waiting next : waiting) {
            Profile record = records.get(next.record);
            if (record == null) {
                gone.add(new Object[] {next.record});
            } else if (reads(record.language()) && !kept.contains(next.record)) {
                readOrLeave(record, faults);
            }
            done.add(new Object[] {next.record, next.changed});
        }
        if (faults.size() == BATCH) {
            throw faults.get(0);
        }
        template.batchUpdate("DELETE FROM text_vector WHERE record = ?", gone);
        template.batchUpdate(
                "UPDATE matching_feed SET to_read = false, changed = pg_current_xact_id()"
                        + " WHERE record = ? AND changed = ?::xid8",
                done);
        pace(waiting.size());
        return waiting.size();
    }

    /** A text at which the model fails is found by its words; where it fails at every one, the fault is not the text's. */
    private void readOrLeave(Profile record, List<RuntimeException> faults) {
        float[] vector;
        try {
            vector = model().vector(TextAnalysis.readable(record.text()));
        } catch (RuntimeException e) {
            LOG.error(
                    "{} is compared by its words alone until it changes, as the model cannot read it",
                    record.number(),
                    e);
            faults.add(e);
            return;
        }
        keep(record, vector);
    }

    private void pace(int read) {
        long now = System.nanoTime();
        if (batchEnded != 0 && read > 0) {
            double latest = read * 1e9 / (now - batchEnded);
            pace = pace == 0 ? latest : 0.9 * pace + 0.1 * latest;
        }
        batchEnded = read == BATCH ? now : 0;
    }

    /** Texts that this node read per second in its last batches, pauses included; 0 before the first. */
    double readPerSecond() {
        return pace;
    }

    /** How many texts wait to be read. */
    long waiting() {
        return jdbc.sql("SELECT count(*) FROM matching_feed WHERE to_read")
                .query(Long.class)
                .single();
    }

    @Override
    public void destroy() {
        if (model != null) {
            model.close();
        }
    }
}
