package org.kakehashi.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.RealInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/**
 * Imports the real files, where they are at hand, into a database of its own; late, since the model goes on reading what
 * came as long as the context lives.
 */
@ProcessTest
@Order(Integer.MAX_VALUE - 1)
@TestPropertySource(properties = "spring.application.name=kakehashi-real-input")
class RealInputStoryTest {

    @Autowired
    WebApplicationContext application;

    @Test
    void everyRealRecordIsTakenOrReportedAndASecondImportDoublesNone() throws Exception {
        RealInput.assumeThere();
        var integrator = new ImportDriver(application);

        JsonNode patents = take(integrator, "seeds", "us-patents");
        assertThat(ImportDriver.counts(patents)).containsExactly(19_503, 18_869, 0, 0, 634);
        JsonNode awards = take(integrator, "seeds", "sbir-awards");
        assertThat(ImportDriver.counts(awards)).containsExactly(16_266, 16_266, 0, 0, 0);
        assertThat(awards.path("layout").asText()).isEqualTo("SBIR awards");
        JsonNode nasa = take(integrator, "seeds", "nasa-patents", ".csv");
        assertThat(nasa.path("layout").asText()).isEqualTo("NASA patents");
        assertThat(nasa.path("rowsRead").asInt()).isEqualTo(1_393);
        assertThat(integrator.rejects(nasa))
                .allMatch(reject -> reject.contains("expired on") || reject.contains("needs the number"));
        JsonNode topics = take(integrator, "needs", "sbir-topics");
        assertThat(ImportDriver.counts(topics)).containsExactly(6_522, 5_393, 0, 0, 1_129);
        assertThat(integrator.rejects(topics)).allMatch(reject -> reject.endsWith("no problem or description."));

        JsonNode again = take(integrator, "needs", "sbir-topics");
        assertThat(ImportDriver.counts(again)).containsExactly(6_522, 0, 0, 5_393, 1_129);
    }

    private static JsonNode take(ImportDriver integrator, String kind, String source) throws Exception {
        return take(integrator, kind, source, ".jsonl.gz");
    }

    private static JsonNode take(ImportDriver integrator, String kind, String source, String ending) throws Exception {
        byte[] rows = Files.readAllBytes(RealInput.FOLDER.resolve(kind).resolve(source + ending));
        Instant begun = Instant.now();
        JsonNode job = integrator.ended(
                kind, source, ending.equals(".csv") ? ImportDriver.CSV : ImportDriver.JSON_LINES, rows);
        Duration took = Duration.between(begun, Instant.now());
        System.out.println("Imported " + source + " in " + took.toSeconds() + " s: read, created, updated, unchanged,"
                + " rejected = " + ImportDriver.counts(job));
        assertThat(List.of(job.path("state").asText(), job.path("failure").isNull()))
                .containsExactly("DONE", true);
        assertThat(took).isLessThan(Duration.ofMinutes(2));
        return job;
    }
}
