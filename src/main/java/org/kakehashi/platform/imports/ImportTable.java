package org.kakehashi.platform.imports;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private static final String INTERRUPTED =
            "The application or its database ended meanwhile: import the file again, what was taken is not doubled.";

    private final JdbcClient jdbc;
    private final Runners runners;
    private final CurrentUser user;
    private final OwnRecords own;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ImportTable(
            JdbcClient jdbc,
            Runners runners,
            CurrentUser user,
            OwnRecords own,
            ApplicationEventPublisher news,
            Clock clock) {
        this.jdbc = jdbc;
        this.runners = runners;
        this.user = user;
        this.own = own;
        this.news = news;
        this.clock = clock;
    }

    public UUID begin(String kind, String source) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO import_job (id, kind, source, started_by, runner, state, started_at)"
                        + " VALUES (?, ?, ?, ?, ?, 'RUNNING', ?)")
                .params(id, kind, source, user.name(), runners.own(), now())
                .update();
        return id;
    }

    public void count(UUID id, Intake.Outcome outcome) {
        SortedMap<Integer, String> rejects = outcome.rejects();
        if (!rejects.isEmpty()) {
            jdbc.sql("INSERT INTO import_reject (job, line, reason) SELECT ?, * FROM unnest(?, ?)")
                    .params(
                            id,
                            rejects.keySet().toArray(Integer[]::new),
                            rejects.values().toArray(String[]::new))
                    .update();
        }
        int read = outcome.created() + outcome.updated() + outcome.unchanged() + rejects.size();
        jdbc.sql("UPDATE import_job SET rows_read = rows_read + ?, created = created + ?, updated = updated + ?,"
                        + " unchanged = unchanged + ?, rejected = rejected + ? WHERE id = ?")
                .params(read, outcome.created(), outcome.updated(), outcome.unchanged(), rejects.size(), id)
                .update();
    }

    public void end(UUID id, @Nullable String failure) {
        jdbc.sql("UPDATE import_job SET state = ?, failure = ?, finished_at = ? WHERE id = ? AND state = 'RUNNING'"
                        + " RETURNING created + updated > 0")
                .params(failure == null ? "DONE" : "FAILED", failure, now(), id)
                .query(Boolean.class)
                .optional()
                .filter(Boolean::booleanValue)
                .ifPresent(brought -> news.publishEvent(new Imports.Ended(id)));
    }

    /** Ends what the applications that are no more have left behind. */
    public void endInterrupted() {
        jdbc.sql("SELECT id, runner FROM import_job WHERE state = 'RUNNING'").query(Running.class).list().stream()
                .filter(job -> !runners.isAlive(job.runner()))
                .forEach(job -> end(job.id(), INTERRUPTED));
    }

    private record Running(UUID id, long runner) {}

    /** @throws Refusal where who acts has no such import */
    public Imports.Job job(UUID id) {
        endInterrupted();
        return jdbc.sql("SELECT * FROM import_job WHERE id = ?")
                .param(id)
                .query((row, index) -> {
                    Timestamp finished = row.getTimestamp("finished_at");
                    return new Imports.Job(
                            id,
                            row.getString("kind"),
                            row.getString("source"),
                            row.getString("started_by"),
                            row.getString("state"),
                            row.getString("failure"),
                            row.getInt("rows_read"),
                            row.getInt("created"),
                            row.getInt("updated"),
                            row.getInt("unchanged"),
                            row.getInt("rejected"),
                            row.getTimestamp("started_at").toInstant(),
                            finished == null ? null : finished.toInstant());
                })
                .optional()
                .filter(job -> own.include(job.startedBy()))
                .orElseThrow(() -> Refusal.notFound("There is no import " + id + "."));
    }

    public List<Imports.Reject> rejects(UUID id, int page, int size) {
        return jdbc.sql("SELECT line, reason FROM import_reject WHERE job = ? ORDER BY line LIMIT ? OFFSET ?")
                .params(id, size, (long) page * size)
                .query((row, index) -> new Imports.Reject(row.getInt("line"), row.getString("reason")))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
