package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A visitor's program that fetches what is public, without signing in. */
@HttpTest
class OpenDataStoryTest {

    private static final String TABLE = "/open-data/licensable-patents.csv";
    private static final String LIST = "/api/v1/public/seeds";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JdbcTemplate jdbc;

    final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void somethingIsPublished() {
        staff.engage("open-integrator", Roles.INTEGRATORS);
        staff.engage("open-registrar", Roles.REGISTRARS);
        var integrator = new RestUser("http://127.0.0.1:" + port, "open-integrator");
        String rows = "";
        for (int i = 0; i < 7; i++) {
            rows +=
                    "{\"id\":\"%d\",\"title\":\"Open %d\",\"outline\":\"It opens.\",\"organisation\":\"Doors\",\"applicationNumber\":\"2020-%d\",\"unpublished\":%b}\n"
                            .formatted(i, i, i, i == 3);
        }
        JsonNode job = integrator.post(
                "/api/v1/imports?kind=seeds&publish=true&source=open-data",
                "application/x-ndjson",
                rows.getBytes(StandardCharsets.UTF_8));
        await().until(() -> integrator
                .get("/api/v1/imports/" + job.path("id").asText())
                .path("state")
                .asText()
                .equals("DONE"));
    }

    @Test
    void theListIsFollowedToItsEndAndAnAnswerThatIsKnownIsNotSentAgain() throws Exception {
        List<JsonNode> found = new ArrayList<>();
        String next = LIST + "?size=3&after="
                + jdbc.queryForObject(
                        "SELECT coalesce(max(number), '') FROM seed WHERE number <"
                                + " (SELECT min(number) FROM seed WHERE source = 'open-data')",
                        String.class);
        while (next != null) {
            HttpResponse<byte[]> answer = get(next);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(get(next, "If-None-Match", tag).statusCode()).isEqualTo(304);
            JsonNode page = json.readTree(answer.body());
            page.path("items").forEach(found::add);
            next = page.path("links").path("next").asText(null);
        }
        assertThat(found).extracting(row -> row.path("id").asText()).isSorted().doesNotHaveDuplicates();
        List<JsonNode> opened = found.stream()
                .filter(row -> row.path("title").asText().startsWith("Open "))
                .toList();
        assertThat(opened).hasSize(7);
        JsonNode hidden = opened.get(3);
        assertThat(hidden.path("unpublished").asBoolean()).isTrue();
        assertThat(hidden.has("outline")).isFalse();
        assertThat(hidden.has("organisation")).isFalse();
        assertThat(opened.get(0).path("outline").asText()).isEqualTo("It opens.");

        HttpResponse<byte[]> one = get(LIST + "/" + opened.get(0).path("id").asText(), "Origin", "https://example.org");
        assertThat(json.readTree(one.body())).isEqualTo(opened.get(0));
        assertThat(one.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(get(LIST + "/S-1999-000001").statusCode()).isEqualTo(404);
        assertThat(get(LIST + "?size=1000").statusCode()).isEqualTo(400);
    }

    @Test
    void theFilesAreWrittenOnDemandAndHandedOutPlainPackedAndMarked() throws Exception {
        var registrar = new RestUser("http://127.0.0.1:" + port, "open-registrar");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    registrar.post("/api/v1/open-data", "application/json", new byte[0]);
                    return new String(get(TABLE).body(), StandardCharsets.UTF_8).contains("Open 6");
                });
        var before = new AtomicReference<>("");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    String now = get(TABLE).headers().firstValue("ETag").orElseThrow();
                    return now.equals(before.getAndSet(now));
                });
        HttpResponse<byte[]> plain = get(TABLE);
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(plain.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"licensable-patents.csv\"");
        assertThat(plain.headers().firstValue("Last-Modified")).isPresent();
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(get(TABLE, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(TABLE, "Range", "bytes=0-5").statusCode()).isEqualTo(206);

        HttpResponse<byte[]> packed = get(TABLE, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
        String text = new String(plain.body(), StandardCharsets.UTF_8);
        assertThat(new String(get(TABLE + "?bom=true").body(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF" + text);
        assertThat(new String(get("/open-data/licensable-patents.jsonl").body(), StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("\"Open 6\""))
                .hasSize(1);
    }

    private HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
