package org.kakehashi.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.imports.Imports.State;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how far each import has come. */
@Component
@Transactional
class ImportTable {

    private static final String INTERRUPTED = "The application or its database ended meanwhile.";

    private final JdbcClient jdbc;
    private final Runners runners;
    private final CurrentUser user;
    private final OwnRecords own;
    private final ApplicationEventPublisher news;
    private final Spool spool;
    private final ObjectMapper json;
    private final Clock clock;

    ImportTable(
            JdbcClient jdbc,
            Runners runners,
            CurrentUser user,
            OwnRecords own,
            ApplicationEventPublisher news,
            Spool spool,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.runners = runners;
        this.user = user;
        this.own = own;
        this.news = news;
        this.spool = spool;
        this.json = json;
        this.clock = clock;
    }

    /** The import was cancelled, or ended otherwise, while a batch was under way. */
    static final class Ended extends RuntimeException {}

    public void begin(UUID id, Imports.Wanted wanted, RowReader.Shape shape, long size) {
        jdbc.sql("INSERT INTO import_job (id, kind, source, publish, file_name, format, charset, size, started_by,"
                        + " runner, state, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        wanted.kind(),
                        wanted.source(),
                        wanted.publish(),
                        wanted.fileName(),
                        shape.format().name(),
                        shape.charset().name(),
                        size,
                        user.name(),
                        runners.own(),
                        (wanted.preview() ? State.PREVIEWING : State.RUNNING).name(),
                        now())
                .update();
    }

    /** Notes what the file turned out to be. */
    public void recognise(UUID id, String layout, String heading) {
        jdbc.sql("UPDATE import_job SET layout = ?, heading = ? WHERE id = ?")
                .params(layout, heading, id)
                .update();
    }

    /**
     * Whether the database shall plan each query of the transaction anew, by the size that tables have now: a plan kept from
     * when a table was empty reads all of it.
     */
    public void planAnew(boolean anew) {
        jdbc.sql("SET LOCAL plan_cache_mode = " + (anew ? "force_custom_plan" : "auto"))
                .update();
    }

    /** @throws Ended where the import is not under way any more */
    public void count(UUID id, Intake.Outcome outcome, long bytesRead) {
        List<RejectedRow> rejects = outcome.rejects();
        if (!rejects.isEmpty()) {
            jdbc.sql("INSERT INTO import_reject (job, position, line, reason, row_text)"
                            + " SELECT ?, * FROM unnest(?, ?, ?, ?)")
                    .params(
                            id,
                            column(rejects, RejectedRow::position).toArray(Integer[]::new),
                            column(rejects, RejectedRow::line).toArray(Integer[]::new),
                            column(rejects, RejectedRow::reason).toArray(String[]::new),
                            column(rejects, row -> row.text().replace('\0', '\uFFFD'))
                                    .toArray(String[]::new))
                    .update();
        }
        int read = outcome.created() + outcome.updated() + outcome.unchanged() + rejects.size();
        int counted = jdbc.sql("UPDATE import_job SET rows_read = rows_read + ?, created = created + ?,"
                        + " updated = updated + ?, unchanged = unchanged + ?, rejected = rejected + ?, bytes_read = ?"
                        + " WHERE id = ? AND state IN ('PREVIEWING', 'RUNNING')")
                .params(read, outcome.created(), outcome.updated(), outcome.unchanged(), rejects.size(), bytesRead, id)
                .update();
        if (counted == 0) {
            throw new Ended();
        }
    }

    private static <T> Stream<T> column(List<RejectedRow> rows, Function<RejectedRow, T> value) {
        return rows.stream().map(value);
    }

    /**
     * Which of the rows a preview has met before, with what they said then.
     *
     * @param said by id, a hash of what the row says
     */
    public Map<String, Integer> seen(UUID id, Map<String, Integer> said) {
        String[] ids = said.keySet().toArray(String[]::new);
        Map<String, Integer> before = new HashMap<>();
        jdbc.sql(
                        "SELECT external_id, said FROM unnest(?) AS asked JOIN import_seen ON external_id = asked WHERE job = ?")
                .params(ids, id)
                .query(row -> {
                    before.put(row.getString("external_id"), row.getInt("said"));
                });
        jdbc.sql("INSERT INTO import_seen SELECT ?, * FROM unnest(?, ?)"
                        + " ON CONFLICT (job, external_id) DO UPDATE SET said = EXCLUDED.said")
                .params(id, ids, said.values().toArray(Integer[]::new))
                .update();
        return before;
    }

    public void exemplify(UUID id, List<Imports.Example> examples) {
        try {
            jdbc.sql("UPDATE import_job SET examples = CAST(? AS jsonb) WHERE id = ?")
                    .params(json.writeValueAsString(examples), id)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends what is under way; an end that came before stays. */
    public void end(UUID id, @Nullable String failure) {
        jdbc.sql("DELETE FROM import_seen WHERE job = ?").param(id).update();
        jdbc.sql("UPDATE import_job SET failure = CAST(:failure AS text), finished_at = :now, state ="
                        + " CASE WHEN CAST(:failure AS text) IS NOT NULL THEN 'FAILED' WHEN state = 'RUNNING' THEN 'DONE'"
                        + " ELSE 'PREVIEWED' END WHERE id = :id AND state IN ('PREVIEWING', 'RUNNING')"
                        + " RETURNING state <> 'PREVIEWED' AND created + updated > 0")
                .param("failure", failure)
                .param("now", now())
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .filter(Boolean::booleanValue)
                .ifPresent(brought -> news.publishEvent(new Imports.Ended(id)));
    }

    /** @throws Refusal where who acts has no such import, or it has ended */
    public void cancel(UUID id) {
        Imports.Job job = job(id);
        boolean previewed = job.state() == State.PREVIEWING || job.state() == State.PREVIEWED;
        int cancelled = jdbc.sql("UPDATE import_job SET state = 'CANCELLED', finished_at = ?"
                        + " WHERE id = ? AND state IN ('PREVIEWING', 'PREVIEWED', 'RUNNING')")
                .params(now(), id)
                .update();
        if (cancelled == 0) {
            throw Refusal.conflict("Import " + id + " has ended: there is nothing to cancel.");
        }
        if (previewed) {
            spool.delete(id);
        } else if (job.created() + job.updated() > 0) {
            news.publishEvent(new Imports.Ended(id));
        }
    }

    /**
     * Lets an import go on, or one begin that was previewed.
     *
     * @throws Refusal where who acts has no such import, or it cannot go on
     */
    public void resume(UUID id) {
        Imports.Job job = job(id);
        if (!job.resumable()) {
            throw Refusal.conflict(
                    switch (job.state()) {
                        case PREVIEWING, RUNNING -> "Import " + id + " is under way.";
                        case DONE -> "Import " + id + " is done.";
                        case PREVIEWED, CANCELLED, FAILED ->
                            "The file of import " + id + " is kept no more: send it again.";
                    });
        }
        if (job.state() == State.PREVIEWED) {
            jdbc.sql("DELETE FROM import_reject WHERE job = ?").param(id).update();
            jdbc.sql("UPDATE import_job SET rows_read = 0, created = 0, updated = 0, unchanged = 0, rejected = 0,"
                            + " bytes_read = 0, examples = '[]' WHERE id = ?")
                    .param(id)
                    .update();
        }
        int resumed = jdbc.sql("UPDATE import_job SET state = 'RUNNING', runner = ?, failure = NULL, finished_at = NULL"
                        + " WHERE id = ? AND state = ?")
                .params(runners.own(), id, job.state().name())
                .update();
        if (resumed == 0) {
            throw Refusal.conflict("Import " + id + " is under way.");
        }
    }

    /** Ends what the applications that are no more have left behind. */
    public void endInterrupted() {
        jdbc
                .sql("SELECT id, runner, state = 'PREVIEWING' AS preview FROM import_job"
                        + " WHERE state IN ('PREVIEWING', 'RUNNING')")
                .query(Running.class)
                .list()
                .stream()
                .filter(job -> !runners.isAlive(job.runner()))
                .forEach(job -> end(job.id(), INTERRUPTED + (job.preview() ? Imports.AGAIN : Imports.GOES_ON)));
    }

    private record Running(UUID id, long runner, boolean preview) {}

    /** @throws Refusal where who acts has no such import */
    public Imports.Job job(UUID id) {
        endInterrupted();
        return jdbc.sql("SELECT * FROM import_job WHERE id = ?")
                .param(id)
                .query((row, index) -> job(row))
                .optional()
                .filter(job -> own.include(job.startedBy()))
                .orElseThrow(() -> Refusal.notFound("There is no import " + id + "."));
    }

    /** The imports of who acts, or all, the newest first. */
    public List<Imports.Job> jobs(int limit) {
        endInterrupted();
        return jdbc.sql("SELECT * FROM import_job WHERE CAST(:own AS text) IS NULL OR started_by = :own"
                        + " ORDER BY started_at DESC LIMIT :limit")
                .param("own", own.narrowedTo().orElse(null))
                .param("limit", limit)
                .query((row, index) -> job(row))
                .list();
    }

    private Imports.Job job(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        State state = State.valueOf(row.getString("state"));
        Timestamp finished = row.getTimestamp("finished_at");
        return new Imports.Job(
                id,
                row.getString("kind"),
                row.getString("source"),
                row.getBoolean("publish"),
                row.getString("file_name"),
                Format.valueOf(row.getString("format")),
                row.getString("charset"),
                row.getString("layout"),
                row.getString("started_by"),
                state,
                row.getString("failure"),
                row.getLong("size"),
                row.getLong("bytes_read"),
                row.getInt("rows_read"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                examples(row.getString("examples")),
                state != State.DONE && finished != null && spool.has(id),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private List<Imports.Example> examples(String kept) {
        try {
            return json.readValue(kept, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Imports.Reject> rejects(UUID id, int page, int size) {
        return jdbc.sql("SELECT line, reason, row_text FROM import_reject WHERE job = ? ORDER BY position"
                        + " LIMIT ? OFFSET ?")
                .params(id, size, (long) page * size)
                .query((row, index) ->
                        new Imports.Reject(row.getInt("line"), row.getString("reason"), row.getString("row_text")))
                .list();
    }

    /** Hands out all that was turned down and is kept, in bounded memory. */
    @Transactional(readOnly = true)
    public void rejects(UUID id, RejectsTaker taker) {
        String heading = jdbc.sql("SELECT heading FROM import_job WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
        try (Stream<RejectedRow> rows = jdbc
                .sql("SELECT position, line, reason, row_text FROM import_reject WHERE job = ?"
                        + " AND row_text <> '' ORDER BY position")
                .param(id)
                .query((row, index) -> new RejectedRow(
                        row.getInt("position"), row.getInt("line"), row.getString("reason"), row.getString("row_text")))
                .stream()) {
            taker.take(heading, rows);
        }
    }

    interface RejectsTaker {
        void take(String heading, Stream<RejectedRow> rows);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
