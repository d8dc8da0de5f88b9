package org.kakehashi.platform.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files in the database, in parts, so that any node can fetch them. */
@Component
class SharedFiles {

    private static final int PART = 1 << 20;

    private final JdbcClient jdbc;

    SharedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void put(UUID job, Path file) throws IOException {
        try (InputStream body = Files.newInputStream(file)) {
            int position = 0;
            for (byte[] part = body.readNBytes(PART); part.length > 0; part = body.readNBytes(PART)) {
                jdbc.sql("INSERT INTO import_file (job, position, bytes) VALUES (?, ?, ?)")
                        .params(job, position++, part)
                        .update();
            }
        }
    }

    @Transactional(readOnly = true)
    public boolean has(UUID job) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM import_file WHERE job = ? AND position = 0)")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    /** Writes it whole to the path, or not at all where there is none. */
    @Transactional(readOnly = true)
    public void fetch(UUID job, Path file) throws IOException {
        if (!has(job)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path growing = Files.createTempFile(file.getParent(), job.toString(), ".part");
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(growing))) {
            int position = 0;
            for (byte[] part = part(job, position); part.length > 0; part = part(job, ++position)) {
                target.write(part);
            }
        }
        Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] part(UUID job, int position) {
        return jdbc.sql("SELECT bytes FROM import_file WHERE job = ? AND position = ?")
                .params(job, position)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    @Transactional
    public void delete(UUID job) {
        jdbc.sql("DELETE FROM import_file WHERE job = ?").param(job).update();
    }

    @Transactional
    public void deleteOlderThan(Duration age) {
        jdbc.sql("DELETE FROM import_file WHERE kept_at < now() - make_interval(secs => ?)")
                .param(age.toSeconds())
                .update();
    }
}
