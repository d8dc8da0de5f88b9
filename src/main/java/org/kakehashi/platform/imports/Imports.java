package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs imports one after the other in the background, in bounded memory, and knows how far each has come. */
@Component
public class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int BATCH = 500;
    private static final String STOPPED =
            "The application was stopped: import the file again, what was taken is not doubled.";

    private final Map<String, ImportKind> kinds;
    private final ImportTable table;
    private final RowReader reader;
    private final TransactionTemplate transaction;
    private final Path folder;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(new CustomizableThreadFactory("import-"));
    private volatile boolean stopping;

    Imports(
            List<ImportKind> kinds,
            ImportTable table,
            ObjectMapper json,
            TransactionTemplate transaction,
            @Value("${kakehashi.data.folder}") Path dataFolder) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
        this.table = table;
        this.reader = new RowReader(json);
        this.transaction = transaction;
        this.folder = dataFolder.resolve("imports");
    }

    /**
     * How far an import has come.
     *
     * @param state RUNNING, DONE or FAILED
     * @param failure why it failed, in a sentence
     */
    public record Job(
            UUID id,
            String kind,
            String source,
            String startedBy,
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

    /** Another process cannot go on with what was under way when the application ended. */
    @EventListener(ApplicationStartedEvent.class)
    void tidyUp() throws IOException {
        table.endInterrupted();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path spool : left.toList()) {
                    Files.deleteIfExists(spool);
                }
            }
        }
    }

    /**
     * Takes the rows in and begins to import them.
     *
     * @param kind as the modules name it
     * @throws Refusal where nobody takes the kind, or there is nothing to read
     */
    public Job start(String kind, String source, boolean publish, boolean csv, InputStream body) throws IOException {
        ImportKind taker = kinds.get(kind);
        if (taker == null) {
            throw Refusal.invalid("There is no import of \"" + kind + "\": kind must be one of "
                    + kinds.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        Files.createDirectories(folder);
        Path spool = Files.createTempFile(folder, kind, ".rows");
        try {
            Files.copy(body, spool, StandardCopyOption.REPLACE_EXISTING);
            if (reader.isEmpty(spool)) {
                throw Refusal.invalid("The request has no body: send the rows as JSON Lines or CSV.");
            }
            UUID id = table.begin(kind, source);
            worker.execute(new DelegatingSecurityContextRunnable(() -> run(id, taker, source, publish, csv, spool)));
            return table.job(id);
        } catch (RowReader.Unreadable e) {
            Files.delete(spool);
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            Files.delete(spool);
            throw e;
        }
    }

    public Job job(UUID id) {
        return table.job(id);
    }

    public List<Reject> rejects(UUID id, int page, int size) {
        return table.rejects(id, page, size);
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
            LOG.warn("An import did not stop in time; it will be marked as failed at the next start");
        }
    }

    private void run(UUID id, ImportKind taker, String source, boolean publish, boolean csv, Path spool) {
        var batch = new Batch(id, rows -> taker.take(source, publish, rows));
        try {
            reader.read(spool, csv, batch);
            batch.flush();
            table.end(id, null);
        } catch (RowReader.Unreadable e) {
            batch.flush();
            table.end(id, e.getMessage());
        } catch (Stopped e) {
            table.end(id, STOPPED);
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("Import {} failed", id, e);
            table.end(id, "The import stopped on a fault of ours; the operators find it in the log.");
        } finally {
            delete(spool);
        }
    }

    private static void delete(Path spool) {
        try {
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Stopped extends RuntimeException {}

    /** Gathers rows and hands them over, many in one transaction together with their count. */
    private final class Batch implements RowReader.Receiver {

        private final UUID id;
        private final Function<List<Row>, List<ImportKind.Result>> taker;
        private final List<Row> rows = new ArrayList<>(BATCH);
        private final SortedMap<Integer, String> unreadable = new TreeMap<>();

        Batch(UUID id, Function<List<Row>, List<ImportKind.Result>> taker) {
            this.id = id;
            this.taker = taker;
        }

        @Override
        public void row(Row row) {
            rows.add(row);
            flushWhenFull();
        }

        @Override
        public void unreadable(int line, String reason) {
            unreadable.put(line, reason);
            flushWhenFull();
        }

        private void flushWhenFull() {
            if (rows.size() + unreadable.size() == BATCH) {
                flush();
            }
        }

        /** A batch that the database refuses is taken row by row, so that one bad row costs no other. */
        void flush() {
            if (stopping) {
                throw new Stopped();
            }
            try {
                take(rows, unreadable);
            } catch (DataAccessException e) {
                LOG.info("Import {} takes {} rows one by one, as together they are refused", id, rows.size());
                take(List.of(), unreadable);
                rows.forEach(this::takeAlone);
            }
            rows.clear();
            unreadable.clear();
        }

        private void takeAlone(Row row) {
            try {
                take(List.of(row), new TreeMap<>());
            } catch (DataAccessException e) {
                take(List.of(), new TreeMap<>(Map.of(row.line(), "The row cannot be stored.")));
            }
        }

        private void take(List<Row> rows, SortedMap<Integer, String> unreadable) {
            transaction.executeWithoutResult(status -> {
                List<ImportKind.Result> results = rows.isEmpty() ? List.of() : taker.apply(rows);
                var rejects = new TreeMap<>(unreadable);
                for (int i = 0; i < rows.size(); i++) {
                    if (results.get(i) instanceof ImportKind.Result.Rejected rejected) {
                        rejects.put(rows.get(i).line(), rejected.reason());
                    }
                }
                table.count(
                        id,
                        count(results, ImportKind.Result.Created.class),
                        count(results, ImportKind.Result.Updated.class),
                        count(results, ImportKind.Result.Unchanged.class),
                        rejects);
            });
        }

        private static int count(List<ImportKind.Result> results, Class<?> type) {
            return (int) results.stream().filter(type::isInstance).count();
        }
    }
}
