package org.kakehashi.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.io.output.TeeOutputStream;
import org.kakehashi.registry.exchange.InpitTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The published seeds as files for everybody, written anew each night and on demand while the editions before are handed out.
 * An edition bears a hash of what it holds in its name and is never changed; nothing waits and nothing is locked meanwhile.
 */
@Component
public class OpenData {

    private static final Logger LOG = LoggerFactory.getLogger(OpenData.class);
    private static final int AT_ONCE = 500;
    private static final String UNFINISHED = ".part";
    private static final int TAG = 32;

    /** A withdrawal is noted when it begins and seen when it is committed: it may take so long. */
    private static final Duration COMMITTED = Duration.ofMinutes(1);

    private final OpenRecords records;
    private final ObjectMapper json;
    private final TaskExecutor background;
    private final Clock clock;
    private final Path folder;
    private final Map<Kind, Edition> editions = new ConcurrentHashMap<>();
    /** Whoever was just told of it can still open it. */
    private final Map<Kind, Edition> former = new ConcurrentHashMap<>();

    private final AtomicBoolean underWay = new AtomicBoolean();

    /** What was committed before is in the files. */
    private volatile Instant asOf = Instant.EPOCH;

    OpenData(
            OpenRecords records,
            ObjectMapper json,
            TaskExecutor applicationTaskExecutor,
            Clock clock,
            @Value("${kakehashi.data.folder}") Path dataFolder) {
        this.records = records;
        this.json = json;
        this.background = applicationTaskExecutor;
        this.clock = clock;
        this.folder = dataFolder.resolve("open-data");
    }

    /** How the records are written. */
    public enum Kind {
        /** INPIT's 45 columns. */
        TABLE("csv", "text/csv"),
        /** The rows of the import. */
        LINES("jsonl", "application/x-ndjson");

        private final String ending;
        private final String mediaType;

        Kind(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String fileName() {
            return "licensable-patents." + ending;
        }

        private String fileName(String tag) {
            return "licensable-patents." + tag + "." + ending;
        }
    }

    /**
     * A file as it was written.
     *
     * @param gzipped the same, compressed
     * @param tag a hash of what it holds
     */
    public record Edition(Path file, Path gzipped, String tag, Instant written) {}

    /** The latest edition; none until the first is written. */
    public Optional<Edition> latest(Kind kind) {
        return Optional.ofNullable(editions.get(kind));
    }

    @EventListener(ApplicationReadyEvent.class)
    void handOutWhatIsThere() throws IOException {
        Files.createDirectories(folder);
        for (Kind kind : Kind.values()) {
            find(kind).ifPresent(edition -> editions.put(kind, edition));
        }
        asOf = editions.values().stream()
                .map(Edition::written)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        sweep();
        if (editions.size() < Kind.values().length) {
            renew();
        }
    }

    private Optional<Edition> find(Kind kind) throws IOException {
        String name = kind.fileName("([0-9a-f]{32})");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name.replace(".", "\\.")))
                    .map(file -> edition(kind, file.getFileName().toString().split("\\.")[1]))
                    .max(Comparator.comparing(Edition::written));
        }
    }

    /** Deletes what an application that ended in between left behind. */
    private void sweep() throws IOException {
        Set<Path> wanted = editions.values().stream()
                .flatMap(edition -> Stream.of(edition.file, edition.gzipped))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.filter(file -> !wanted.contains(file)).toList()) {
                Files.delete(left);
            }
        }
    }

    private Edition edition(Kind kind, String tag) {
        Path file = folder.resolve(kind.fileName(tag));
        return new Edition(
                file,
                folder.resolve(kind.fileName(tag) + ".gz"),
                tag,
                Instant.ofEpochMilli(file.toFile().lastModified()));
    }

    /** Writes the files anew in the background; tells whether that begins now and is not under way already. */
    public boolean renew() {
        boolean begins = underWay.compareAndSet(false, true);
        if (begins) {
            background.execute(this::renewNow);
        }
        return begins;
    }

    @Scheduled(cron = "${kakehashi.open-data.cron:0 40 3 * * *}", zone = "Asia/Tokyo")
    void renewAtNight() {
        renew();
    }

    /** What has left the programme leaves the files soon, on every node. */
    @Scheduled(fixedDelayString = "${kakehashi.open-data.watch:PT2M}", initialDelayString = "PT2M")
    void renewWhereSomeLeft() {
        if (!editions.isEmpty() && records.someLeftSince(asOf.minus(COMMITTED))) {
            renew();
        }
    }

    private void renewNow() {
        try {
            Instant begun = clock.instant();
            write();
            asOf = begun;
            LOG.info(
                    "Wrote the open data anew in {} ms",
                    Duration.between(begun, clock.instant()).toMillis());
        } catch (IOException | RuntimeException e) {
            LOG.error("The open data could not be written; the editions before stay", e);
        } finally {
            underWay.set(false);
        }
    }

    private void write() throws IOException {
        Map<Kind, Draft> drafts = new EnumMap<>(Kind.class);
        try {
            for (Kind kind : Kind.values()) {
                drafts.put(kind, new Draft(kind));
            }
            String last = "";
            List<ObjectNode> rows = records.after(last, AT_ONCE);
            while (!rows.isEmpty()) {
                for (Draft draft : drafts.values()) {
                    draft.add(rows);
                }
                last = rows.get(rows.size() - 1).path("id").asText();
                rows = records.after(last, AT_ONCE);
            }
        } finally {
            for (Draft draft : drafts.values()) {
                draft.close();
            }
        }
        for (Draft draft : drafts.values()) {
            publish(draft);
        }
    }

    private void publish(Draft draft) throws IOException {
        Edition before = editions.get(draft.kind);
        if (before != null && before.tag.equals(draft.tag)) {
            Files.delete(draft.gzipped);
            Files.delete(draft.file);
            return;
        }
        Edition next = edition(draft.kind, draft.tag);
        Files.move(draft.gzipped, next.gzipped, StandardCopyOption.ATOMIC_MOVE);
        Files.move(draft.file, next.file, StandardCopyOption.ATOMIC_MOVE);
        editions.put(draft.kind, edition(draft.kind, draft.tag));
        Edition outdated = before == null ? null : former.put(draft.kind, before);
        if (outdated != null) {
            Files.deleteIfExists(outdated.file);
            Files.deleteIfExists(outdated.gzipped);
        }
    }

    /** Writes rows as files of a kind. */
    static void write(Kind kind, List<ObjectNode> rows, ObjectMapper json, Writer target) throws IOException {
        switch (kind) {
            case TABLE -> {
                var printer = new CSVPrinter(target, CSVFormat.RFC4180);
                for (ObjectNode row : rows) {
                    printer.printRecord(InpitTable.cells(row));
                }
            }
            case LINES -> {
                for (ObjectNode row : rows) {
                    target.write(json.writeValueAsString(row));
                    target.write('\n');
                }
            }
        }
    }

    static void writeHeader(Kind kind, Writer target) throws IOException {
        if (kind == Kind.TABLE) {
            new CSVPrinter(target, CSVFormat.RFC4180).printRecord(InpitTable.HEADER);
        }
    }

    /** An edition in the making. */
    private final class Draft implements AutoCloseable {

        private final Kind kind;
        private final Path file;
        private final Path gzipped;
        private final DigestOutputStream digest;
        private final Writer writer;
        private String tag = "";

        Draft(Kind kind) throws IOException {
            this.kind = kind;
            this.file = folder.resolve(kind.fileName() + UNFINISHED);
            this.gzipped = folder.resolve(kind.fileName() + ".gz" + UNFINISHED);
            OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 65_536);
            OutputStream packed = new GZIPOutputStream(Files.newOutputStream(gzipped), 65_536);
            this.digest = new DigestOutputStream(new TeeOutputStream(plain, packed), DigestUtils.getSha256Digest());
            this.writer = new OutputStreamWriter(digest, StandardCharsets.UTF_8);
            writeHeader(kind, writer);
        }

        void add(List<ObjectNode> rows) throws IOException {
            write(kind, rows, json, writer);
        }

        @Override
        public void close() throws IOException {
            writer.close();
            tag = HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, TAG);
        }
    }
}
