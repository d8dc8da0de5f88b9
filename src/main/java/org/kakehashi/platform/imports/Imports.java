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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/** Runs imports one after the other in the background, in bounded memory, and knows how far each has come. */
@Component
public class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int SIZE = 500;
    private static final String STOPPED =
            "The application was stopped: import the file again, what was taken is not doubled.";
    private static final String FAULT =
            "A fault of ours stopped the import, the operators find it in the log; what was taken is kept.";

    private final Map<String, ImportKind<?, ?>> kinds;
    private final ImportTable table;
    private final RowReader reader;
    private final Intake intake;
    private final Path folder;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(new CustomizableThreadFactory("import-"));
    private volatile boolean stopping;

    Imports(
            List<ImportKind<?, ?>> kinds,
            ImportTable table,
            Intake intake,
            ObjectMapper json,
            @Value("${kakehashi.data.folder}") Path dataFolder) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
        this.table = table;
        this.reader = new RowReader(json);
        this.intake = intake;
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

    /** An import has ended, well or not, that brought new records or changed some. */
    public record Ended(UUID id) {}

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
        ImportKind<?, ?> taker = kinds.get(kind);
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
            var order = new Intake.Order(id, taker, source, publish);
            worker.execute(new DelegatingSecurityContextRunnable(() -> run(order, csv, spool)));
            return table.job(id);
        } catch (RowReader.Unreadable e) {
            Files.delete(spool);
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            Files.delete(spool);
            throw e;
        }
    }

    /** @throws Refusal where who acts has no such import */
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

    private void run(Intake.Order order, boolean csv, Path spool) {
        var batch = new Batch(order);
        try {
            reader.read(spool, csv, batch);
            batch.flush();
            table.end(order.id(), null);
        } catch (RowReader.Unreadable e) {
            batch.flush();
            table.end(order.id(), e.getMessage());
        } catch (Stopped e) {
            table.end(order.id(), STOPPED);
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("Import {} failed", order.id(), e);
            table.end(order.id(), FAULT);
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

    /** Gathers rows and hands them over, many at once and never two of one record. */
    private final class Batch implements RowReader.Receiver {

        private final Intake.Order order;
        private final List<Row> rows = new ArrayList<>(SIZE);
        private final Set<String> ids = new HashSet<>();
        private final SortedMap<Integer, String> unreadable = new TreeMap<>();

        Batch(Intake.Order order) {
            this.order = order;
        }

        @Override
        public void row(Row row) {
            List<String> id = Row.ids(List.of(row));
            if (!Collections.disjoint(ids, id)) {
                flush();
            }
            ids.addAll(id);
            rows.add(row);
            flushWhenFull();
        }

        @Override
        public void unreadable(int line, String reason) {
            unreadable.put(line, reason);
            flushWhenFull();
        }

        private void flushWhenFull() {
            if (rows.size() + unreadable.size() == SIZE) {
                flush();
            }
        }

        /** Rows of which the database refuses one are taken one by one, so that the bad one costs no other. */
        void flush() {
            if (stopping) {
                throw new Stopped();
            }
            try {
                intake.take(order, rows, unreadable);
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                LOG.info("Import {} takes {} rows one by one, as together they are refused", order.id(), rows.size());
                intake.take(order, List.of(), unreadable);
                rows.forEach(this::takeAlone);
            }
            rows.clear();
            ids.clear();
            unreadable.clear();
        }

        private void takeAlone(Row row) {
            try {
                intake.take(order, List.of(row), Collections.emptySortedMap());
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                intake.take(order, List.of(), new TreeMap<>(Map.of(row.line(), "The row cannot be stored.")));
            }
        }
    }
}
