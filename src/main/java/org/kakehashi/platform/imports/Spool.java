package org.kakehashi.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.kakehashi.platform.search.SearchEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of each import in the data folder until the import is done, so that it can go on where it ended, and where
 * nodes share an index in the database too, so that it can go on at any of them. Files hold what their senders say of people:
 * what nobody went on with for a week is deleted.
 */
@Component
class Spool {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path folder;
    private final SearchEngine engine;
    private final SharedFiles shared;

    Spool(@Value("${kakehashi.data.folder}") Path dataFolder, SearchEngine engine, SharedFiles shared) {
        this.folder = dataFolder.resolve("imports");
        this.engine = engine;
        this.shared = shared;
    }

    Path keep(UUID id, InputStream body) throws IOException {
        Files.createDirectories(folder);
        Path file = file(id);
        try {
            Files.copy(body, file);
            if (engine.isShared()) {
                shared.put(id, file);
            }
        } catch (IOException e) {
            delete(id);
            throw e;
        }
        return file;
    }

    private Path file(UUID id) {
        return folder.resolve(id + ".rows");
    }

    /** The file at this node, wherever it was sent to. */
    Path fetched(UUID id) throws IOException {
        Path file = file(id);
        if (engine.isShared() && !Files.exists(file)) {
            shared.fetch(id, file);
        }
        return file;
    }

    boolean has(UUID id) {
        return Files.exists(file(id)) || engine.isShared() && shared.has(id);
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
            if (engine.isShared()) {
                shared.delete(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what nobody went on with, by the machine's own time as the files bear it. */
    @Scheduled(fixedDelayString = "PT6H")
    void sweep() throws IOException {
        if (engine.isShared()) {
            shared.deleteOlderThan(KEPT);
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant before = Instant.now().minus(KEPT);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                    LOG.info("Deleted the file of an import that nobody went on with for {} days", KEPT.toDays());
                }
            }
        }
    }
}
