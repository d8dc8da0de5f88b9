package org.kakehashi.platform.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.ProcessTest;
import org.kakehashi.RealInput;
import org.kakehashi.platform.security.Roles;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

/**
 * How fast a million rows, grown from the real sets, are imported with everything that an import does, and how much memory it
 * takes; beside PostgreSQL's {@code COPY} of the same records into a table of the same columns and indexes, in one run. Run by
 * hand: {@code mvn test -Dtest=ImportBenchmark}; {@code -Dkakehashi.benchmark.rows} for fewer.
 */
@ProcessTest
@TestPropertySource(
        properties = {
            "spring.application.name=kakehashi-import-benchmark",
            "spring.jpa.properties.hibernate.search.backend.directory.type=local-filesystem",
            "spring.jpa.properties.hibernate.search.indexing.plan.synchronization.strategy=async"
        })
class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("kakehashi.benchmark.rows", 1_000_000);
    private static final String SOURCE = "benchmark";

    @Autowired
    Imports imports;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void aMillionRowsBesideCopy() throws Exception {
        RealInput.assumeThere();
        Path file = folder.resolve("rows.jsonl.gz");
        grow(file);
        System.out.printf("%,d rows, %,d MB gzipped%n", ROWS, Files.size(file) / 1_000_000);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "benchmark", "", AuthorityUtils.createAuthorityList(Roles.ADMINISTRATORS)));

        report("preview", take(file, true));
        report("import", take(file, false));
        long begun = System.nanoTime();
        while (jdbc.sql("SELECT count(*) FROM audit_entry WHERE place IS NULL")
                        .query(Long.class)
                        .single()
                > 0) {
            Thread.sleep(500);
        }
        System.out.printf(
                "audit trail sealed %,d s later%n",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        report("import again", take(file, false));
        report("COPY", copy());
    }

    private record Measured(Duration took, long peakHeap) {}

    private static void report(String what, Measured measured) {
        System.out.printf(
                "%-14s %,8.1f s %,10.0f rows/s, peak heap %,d MB%n",
                what,
                measured.took.toMillis() / 1_000.0,
                ROWS * 1_000.0 / measured.took.toMillis(),
                measured.peakHeap / 1_000_000);
    }

    private Measured take(Path file, boolean preview) throws IOException, InterruptedException {
        var peak = new AtomicLong();
        long begun = System.nanoTime();
        UUID id;
        try (InputStream body = Files.newInputStream(file)) {
            id = imports.start(
                            new Imports.Wanted("seeds", SOURCE, true, preview, Format.JSON_LINES, null, "rows"), body)
                    .id();
        }
        Imports.Job job = imports.job(id);
        while (job.finishedAt() == null) {
            Thread.sleep(100);
            peak.accumulateAndGet(usedHeap(), Math::max);
            job = imports.job(id);
        }
        System.out.printf(
                "%s: %,d new, %,d unchanged, %,d turned down %s%n",
                job.state(), job.created(), job.unchanged(), job.rejected(), job.failure());
        return new Measured(Duration.ofNanos(System.nanoTime() - begun), peak.get());
    }

    private static long usedHeap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Measured copy() throws Exception {
        Path rows = folder.resolve("seed.copy");
        try (Connection connection = database.getConnection()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 20)) {
                copies.copyOut("COPY (SELECT * FROM seed WHERE source = '" + SOURCE + "') TO STDOUT", target);
            }
            connection
                    .createStatement()
                    .execute("CREATE TABLE seed_copied (LIKE seed INCLUDING ALL EXCLUDING GENERATED)");
            connection.commit();
            long begun = System.nanoTime();
            try (InputStream body = Files.newInputStream(rows)) {
                copies.copyIn("COPY seed_copied FROM STDIN", body, 1 << 20);
            }
            connection.commit();
            return new Measured(Duration.ofNanos(System.nanoTime() - begun), usedHeap());
        }
    }

    /** The real patents and awards again and again, each time under other ids and with a word of its own. */
    private static void grow(Path file) throws IOException {
        List<ObjectNode> real = new ArrayList<>();
        RealInput.forEachRow("seeds/us-patents.jsonl.gz", row -> {
            ObjectNode seed = row.objectNode();
            seed.set("registrationNumber", row.get("number"));
            seed.set("title", row.get("title"));
            seed.put(
                    "outline",
                    row.path("abstract").asText(row.path("description_head").asText()));
            seed.set("organisation", row.get("applicant"));
            if (row.path("applicant").isTextual()
                    && !seed.path("outline").asText("").isBlank()) {
                real.add(seed);
            }
        });
        RealInput.forEachRow(RealInput.AWARDS, row -> {
            ObjectNode seed = row.objectNode();
            seed.set("applicationNumber", row.get("id"));
            seed.set("title", row.get("title"));
            seed.set("outline", row.get("abstract"));
            seed.set("organisation", row.get("firm"));
            real.add(seed);
        });
        try (OutputStream target =
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 65_536))) {
            for (int i = 0; i < ROWS; i++) {
                ObjectNode row = real.get(i % real.size());
                String title = row.path("title").asText();
                target.write(row.put("id", String.valueOf(i))
                        .put("title", title.replaceAll(" \\(\\d+\\)$", "") + " (" + i / real.size() + ")")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
                target.write('\n');
            }
        }
    }
}
