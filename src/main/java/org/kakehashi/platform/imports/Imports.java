package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Runs imports one after the other in the background, and previews beside them, in bounded memory; knows how far each has
 * come, and goes on where one ended.
 */
@Component
public class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final String STOPPED = "The application was stopped.";
    private static final String FAULT = "A fault of ours stopped the import, the operators find it in the log.";
    static final String GOES_ON = " What was taken is kept: resume the import, it goes on there.";
    static final String AGAIN = " Nothing was taken: send the file again.";

    private final Map<String, ImportKind<?, ?>> kinds;
    private final ImportTable table;
    private final RowReader reader;
    private final RejectsFile rejectsFile;
    private final Intake intake;
    private final Spool spool;
    private final ExecutorService imports = worker("import-");
    private final ExecutorService previews = worker("preview-");
    private volatile boolean stopping;

    Imports(List<ImportKind<?, ?>> kinds, ImportTable table, Intake intake, Spool spool, ObjectMapper json) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
        this.table = table;
        this.reader = new RowReader(json);
        this.rejectsFile = new RejectsFile(json);
        this.intake = intake;
        this.spool = spool;
    }

    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(new CustomizableThreadFactory(name));
    }

    /** Where an import stands. */
    public enum State {
        PREVIEWING,
        PREVIEWED,
        RUNNING,
        CANCELLED,
        FAILED,
        DONE
    }

    /**
     * What somebody wants to be imported.
     *
     * @param kind as the modules name it
     * @param publish whether new records shall be open for matching at once
     * @param preview whether it shall only be counted what would come of it, until {@link #resume}
     * @param expected what the file is taken for where it does not tell
     * @param charset that the file is written in; none where it shall be found out
     */
    public record Wanted(
            String kind,
            String source,
            boolean publish,
            boolean preview,
            Format expected,
            @Nullable String charset,
            String fileName) {}

    /**
     * How far an import has come.
     *
     * @param layout whose way to write records the file has; empty for the programme's own
     * @param failure why it failed, in a sentence
     * @param size of the file in bytes as it was sent
     * @param bytesRead of these
     * @param examples what a preview would enter or change
     * @param resumable whether it can go on, or begin after a preview, without the file being sent again
     */
    public record Job(
            UUID id,
            String kind,
            String source,
            boolean publish,
            String fileName,
            Format format,
            String charset,
            String layout,
            String startedBy,
            State state,
            @Nullable String failure,
            long size,
            long bytesRead,
            int rowsRead,
            int created,
            int updated,
            int unchanged,
            int rejected,
            List<Example> examples,
            boolean resumable,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** @param number of the record that would change; none where one would be entered */
    public record Example(
            int line, String id, String title, @Nullable String number) {}

    /** An import has ended, well or not, that brought new records or changed some. */
    public record Ended(UUID id) {}

    /**
     * A row that was turned down.
     *
     * @param line counted from 1
     * @param row as it stood in the file; empty where it is not kept any more
     */
    public record Reject(int line, String reason, String row) {}

    /** Another process cannot go on with what was under way when the application ended. */
    @EventListener(ApplicationStartedEvent.class)
    void tidyUp() {
        table.endInterrupted();
    }

    /** What can be imported, by name. */
    public List<String> kinds() {
        return kinds.keySet().stream().sorted().toList();
    }

    /**
     * Takes the rows in and begins to import them, or to preview that.
     *
     * @throws Refusal where nobody takes the kind, or there is nothing to read
     */
    public Job start(Wanted wanted, InputStream body) throws IOException {
        ImportKind<?, ?> kind = kinds.get(wanted.kind());
        if (kind == null) {
            throw Refusal.invalid("There is no import of \"" + wanted.kind() + "\": kind must be one of "
                    + String.join(", ", kinds()) + ".");
        }
        Charset said = wanted.charset() == null ? null : Encoding.named(wanted.charset());
        UUID id = UUID.randomUUID();
        try {
            Path file = spool.keep(id, body);
            RowReader.Shape shape = reader.shape(file, said, wanted.expected())
                    .orElseThrow(() -> Refusal.invalid("The file is empty: send the rows as JSON Lines, CSV or XML."));
            table.begin(id, wanted, shape, Files.size(file));
            run(new Intake.Order(id, kind, wanted.source(), wanted.publish()), shape, wanted.preview(), 0);
            return table.job(id);
        } catch (Unreadable e) {
            spool.delete(id);
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            spool.delete(id);
            throw e;
        }
    }

    /**
     * Goes on with an import that was cancelled or interrupted, behind the last row that was taken, or begins the import
     * that was previewed.
     *
     * @throws Refusal where who acts has no such import, or it cannot go on
     */
    public Job resume(UUID id) {
        table.resume(id);
        Job job = table.job(id);
        ImportKind<?, ?> kind = kinds.get(job.kind());
        if (kind == null) {
            throw new IllegalStateException("Nobody takes " + job.kind());
        }
        run(new Intake.Order(id, kind, job.source(), job.publish()), shape(job), false, job.rowsRead());
        return job;
    }

    /**
     * Ends an import; what was taken is kept, and it can go on later. The file of a preview is deleted.
     *
     * @throws Refusal where who acts has no such import, or it has ended
     */
    public Job cancel(UUID id) {
        table.cancel(id);
        return table.job(id);
    }

    /** @throws Refusal where who acts has no such import */
    public Job job(UUID id) {
        return table.job(id);
    }

    /** The latest imports that who acts may see, the newest first. */
    public List<Job> latest(int limit) {
        return table.jobs(limit);
    }

    public List<Reject> rejects(UUID id, int page, int size) {
        return table.rejects(id, page, size);
    }

    /** Writes the rows that were turned down, to be corrected and imported again. */
    public void writeRejects(Job job, OutputStream target) {
        table.rejects(job.id(), (heading, rows) -> {
            try {
                rejectsFile.write(shape(job), heading, rows, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static RowReader.Shape shape(Job job) {
        return new RowReader.Shape(job.format(), Charset.forName(job.charset()));
    }

    /** Before the web server waits for its requests: whatever else takes long while the application ends. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    @Override
    public void destroy() throws InterruptedException {
        previews.shutdown();
        imports.shutdown();
        if (!imports.awaitTermination(20, TimeUnit.SECONDS) || !previews.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("An import did not stop in time; it will be marked as failed at the next start");
        }
    }

    private void run(Intake.Order order, RowReader.Shape shape, boolean preview, int after) {
        (preview ? previews : imports)
                .execute(new DelegatingSecurityContextRunnable(() -> runNow(order, shape, preview, after)));
    }

    private void runNow(Intake.Order order, RowReader.Shape shape, boolean preview, int after) {
        Set<String> xmlRecords = order.kind().layouts().stream()
                .flatMap(layout -> layout.xmlRecords().stream())
                .collect(Collectors.toSet());
        try (FileChannel file = FileChannel.open(spool.fetched(order.id()));
                InputStream input = Channels.newInputStream(file)) {
            var run = new ImportRun(order, intake, table, file, preview, () -> stopping);
            String failure = null;
            try {
                reader.read(input, shape, xmlRecords, after, run);
            } catch (Unreadable e) {
                failure = e.getMessage();
            }
            run.flush();
            intake.awaitIndex();
            table.end(order.id(), failure);
            if (!preview || failure != null) {
                spool.delete(order.id());
            }
        } catch (ImportTable.Ended e) {
            LOG.info("Import {} was cancelled", order.id());
        } catch (NoSuchFileException e) {
            table.end(order.id(), "The file is kept no more: send it again.");
        } catch (ImportRun.Stopped e) {
            interrupted(order, preview, STOPPED);
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("Import {} failed", order.id(), e);
            interrupted(order, preview, FAULT);
        }
    }

    private void interrupted(Intake.Order order, boolean preview, String why) {
        table.end(order.id(), why + (preview ? AGAIN : GOES_ON));
        if (preview) {
            spool.delete(order.id());
        }
    }
}
