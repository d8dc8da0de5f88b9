package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs imports one after the other in the background, in bounded memory, and knows how far each has come. */
@Component
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int BATCH = 500;

    private final Map<String, ImportKind> kinds;
    private final JdbcClient jdbc;
    private final RowReader reader;
    private final CurrentUser user;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });

    Imports(List<ImportKind> kinds, JdbcClient jdbc, ObjectMapper json, CurrentUser user, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
        this.jdbc = jdbc;
        this.reader = new RowReader(json);
        this.user = user;
        this.clock = clock;
    }

    /**
     * How far an import has come.
     *
     * @param state RUNNING, DONE or FAILED
     */
    public record Job(
            UUID id,
            String kind,
            String source,
            String state,
            @Nullable String failure,
            int rowsRead,
            int created,
            int updated,
            int unchanged,
            int rejected,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** A line that was turned down, counted from 1. */
    public record Reject(int line, String reason) {}

    /** An import that was under way when the application ended will not go on by itself. */
    @EventListener(ApplicationReadyEvent.class)
    void closeInterrupted() {
        jdbc.sql("UPDATE import_job SET state = 'FAILED', finished_at = ?, failure ="
                        + " 'The application ended; import the file again, what was taken is updated.'"
                        + " WHERE state = 'RUNNING'")
                .param(now())
                .update();
    }

    public Job start(String kind, String source, boolean publish, boolean csv, InputStream body) throws IOException {
        ImportKind taker = Optional.ofNullable(kinds.get(kind))
                .orElseThrow(() -> Refusal.invalid("There is no import of \"" + kind + "\"; known are "
                        + kinds.keySet().stream().sorted().collect(Collectors.joining(", ")) + "."));
        Path spool = Files.createTempFile("kakehashi-import", ".rows");
        Files.copy(body, spool, StandardCopyOption.REPLACE_EXISTING);
        if (Files.size(spool) == 0) {
            Files.delete(spool);
            throw Refusal.invalid("The request has no body: send the rows as JSON Lines or CSV.");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO import_job (id, kind, source, started_by, state, started_at)"
                        + " VALUES (?, ?, ?, ?, 'RUNNING', ?)")
                .params(id, kind, source, user.name(), now())
                .update();
        worker.execute(() -> run(id, taker, source, publish, csv, spool));
        return job(id);
    }

    public Job job(UUID id) {
        return jdbc.sql("SELECT id, kind, source, state, failure, rows_read, created, updated, unchanged, rejected,"
                        + " started_at, finished_at FROM import_job WHERE id = ?")
                .param(id)
                .query(Job.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no import " + id + "."));
    }

    public List<Reject> rejects(UUID id, int page, int size) {
        return jdbc.sql("SELECT line, reason FROM import_reject WHERE job = ? ORDER BY line LIMIT ? OFFSET ?")
                .params(id, size, (long) page * size)
                .query(Reject.class)
                .list();
    }

    private void run(UUID id, ImportKind taker, String source, boolean publish, boolean csv, Path spool) {
        List<Row> batch = new ArrayList<>(BATCH);
        try {
            reader.read(spool, csv, new RowReader.Receiver() {
                @Override
                public void row(Row row) {
                    batch.add(row);
                    if (batch.size() == BATCH) {
                        take(id, taker, source, publish, batch);
                        batch.clear();
                    }
                }

                @Override
                public void unreadable(int line, String reason) {
                    count(id, 1, 0, 0, 0, Map.of(line, reason));
                }
            });
            take(id, taker, source, publish, batch);
            finish(id, "DONE", null);
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} failed", id, e);
            finish(id, "FAILED", "The import stopped: " + e.getClass().getSimpleName() + ".");
        } finally {
            try {
                Files.deleteIfExists(spool);
            } catch (IOException e) {
                LOG.warn("The spool file {} could not be deleted", spool);
            }
        }
    }

    /** A batch that the database refuses is taken row by row, so that one bad row costs no other. */
    private void take(UUID id, ImportKind taker, String source, boolean publish, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            count(id, rows, taker.take(source, publish, rows));
        } catch (DataAccessException e) {
            if (rows.size() == 1) {
                count(id, 1, 0, 0, 0, Map.of(rows.get(0).line(), "The row could not be stored."));
            } else {
                rows.forEach(row -> take(id, taker, source, publish, List.of(row)));
            }
        }
    }

    private void count(UUID id, List<Row> rows, List<ImportKind.Result> results) {
        int created = 0;
        int updated = 0;
        int unchanged = 0;
        Map<Integer, String> rejects = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportKind.Result result = results.get(i);
            if (result instanceof ImportKind.Result.Rejected rejected) {
                rejects.put(rows.get(i).line(), rejected.reason());
            } else if (result instanceof ImportKind.Result.Created) {
                created++;
            } else if (result instanceof ImportKind.Result.Updated) {
                updated++;
            } else {
                unchanged++;
            }
        }
        count(id, rows.size(), created, updated, unchanged, rejects);
    }

    private void count(UUID id, int read, int created, int updated, int unchanged, Map<Integer, String> rejects) {
        rejects.forEach((line, reason) -> jdbc.sql("INSERT INTO import_reject (job, line, reason) VALUES (?, ?, ?)")
                .params(id, line, reason)
                .update());
        jdbc.sql("UPDATE import_job SET rows_read = rows_read + ?, created = created + ?, updated = updated + ?,"
                        + " unchanged = unchanged + ?, rejected = rejected + ? WHERE id = ?")
                .params(read, created, updated, unchanged, rejects.size(), id)
                .update();
    }

    private void finish(UUID id, String state, @Nullable String failure) {
        jdbc.sql("UPDATE import_job SET state = ?, failure = ?, finished_at = ? WHERE id = ?")
                .params(state, failure, now(), id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
