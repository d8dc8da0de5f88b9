package org.kakehashi.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.platform.imports.Format;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class OpenDataProcessTest {

    private static final Map<String, String> UNPUBLISHED = Map.of(
            "開放特許情報番号", "L3",
            "タイトル", "未公開の電解質",
            "出願番号", "特願2026-000001",
            "発明の名称", "固体",
            "出願人", "瑞穂野化成",
            "特許権実施許諾　可否", "可");

    @Autowired
    Imports imports;

    @Autowired
    Seeds seeds;

    @Autowired
    OpenRecords records;

    @Autowired
    OpenData openData;

    @Autowired
    SeedRegistration registration;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsHandedOutIsImportedAgainWithoutLoss() throws Exception {
        String origin = take(
                Format.CSV,
                InpitRow.table(
                        InpitRow.full(),
                        InpitRow.with(Map.of(
                                "開放特許情報番号", "L2",
                                "タイトル", "\"引用\", と改行",
                                "技術概要", "一行目\n二行目、\"引用\"",
                                "出願人", "",
                                "発明の名称", "",
                                "登録者区分", "見たことのない区分",
                                "特許権実施許諾：実施権条件", "通常実施権、専用実施権",
                                "国際特許分類（IPC）", "")),
                        InpitRow.only(UNPUBLISHED)));
        takeInto(origin, Format.JSON_LINES, """
                {"id": "own", "title": "Sheet", "outline": "", "organisation": "Nomi", "organisationType": "TLO", "prefecture": "JP-17", "publicationNumber": "2026-1", "trl": 5, "knowHow": "YES", "licence": {"kind": "NON_EXCLUSIVE", "wishes": "Soon"}, "advantage": "Thin", "expiresOn": "2040-01-31", "technicalFields": ["電気・電子"]}
                """.getBytes(StandardCharsets.UTF_8));
        String table = written(OpenData.Kind.TABLE, origin);
        String lines = written(OpenData.Kind.LINES, origin);

        String ofTable =
                take(Format.CSV, ("\uFEFF" + bytes(OpenData.Kind.TABLE, origin)).getBytes(StandardCharsets.UTF_8));
        String ofLines =
                take(Format.JSON_LINES, bytes(OpenData.Kind.LINES, origin).getBytes(StandardCharsets.UTF_8));

        assertThat(written(OpenData.Kind.TABLE, ofTable)).isEqualTo(table);
        assertThat(written(OpenData.Kind.LINES, ofLines)).isEqualTo(lines);
        assertThat(written(OpenData.Kind.TABLE, ofLines)).isEqualTo(table);
        assertThat(table)
                .contains("\"一行目\n二行目、\"\"引用\"\"\"")
                .contains("2021/01/04,2022/02/05")
                .contains("応相談")
                .contains("\r\n#3,未公開の電解質,,,特願2026-000001,,瑞穂野化成,,,,固体,,,");
        assertThat(lines)
                .contains(
                        "{\"id\":\"#3\",\"title\":\"未公開の電解質\",\"inventionName\":\"固体\",\"applicant\":\"瑞穂野化成\","
                                + "\"applicationNumber\":\"特願2026-000001\",\"licence\":{\"offered\":\"YES\"},\"unpublished\":true}")
                .contains("\"trl\":5");
    }

    @Test
    void filesAreReplacedAtOnceAndKeptWhereNothingHasChanged() throws Exception {
        String source = take(Format.CSV, InpitRow.table(InpitRow.full(), InpitRow.only(UNPUBLISHED)));
        Seed seed = seeds.findBySourceAndExternalId(source, "L2021000001").orElseThrow();

        OpenData.Edition first = renewed(seed.number(), true);
        assertThat(Files.readString(first.file())).startsWith("{\"id\":");
        try (var gzip = new GZIPInputStream(Files.newInputStream(first.gzipped()))) {
            assertThat(gzip.readAllBytes()).isEqualTo(Files.readAllBytes(first.file()));
        }
        assertThat(Files.readString(
                        openData.latest(OpenData.Kind.TABLE).orElseThrow().file()))
                .startsWith("開放特許情報番号,タイトル,")
                .contains("\r\n" + seed.number() + ",電解質,");

        EngineTime.pass(Duration.ofMinutes(2));
        openData.renewWhereSomeLeft();
        registration.withdraw(seed.number(), "Sold", false);
        openData.renewWhereSomeLeft();
        await().until(() -> !holds(seed.number()));
        OpenData.Edition second = openData.latest(OpenData.Kind.LINES).orElseThrow();
        assertThat(second.tag()).isNotEqualTo(first.tag());
        assertThat(first.file()).as("for who was told of it").exists();
        assertThatThrownBy(() -> records.numbered(seed.number())).isInstanceOf(Refusal.class);

        openData.handOutWhatIsThere();
        assertThat(openData.latest(OpenData.Kind.LINES))
                .hasValueSatisfying(again -> assertThat(again.tag()).isEqualTo(second.tag()));
    }

    private OpenData.Edition renewed(String number, boolean there) {
        await().until(openData::renew);
        await().until(() -> holds(number) == there);
        return openData.latest(OpenData.Kind.LINES).orElseThrow();
    }

    private boolean holds(String number) {
        try {
            return openData.latest(OpenData.Kind.LINES).isPresent()
                    && Files.readString(openData.latest(OpenData.Kind.LINES)
                                    .orElseThrow()
                                    .file())
                            .contains(number);
        } catch (IOException e) {
            return false;
        }
    }

    private String take(Format format, byte[] file) throws IOException {
        return takeInto("open-" + UUID.randomUUID(), format, file);
    }

    private String takeInto(String source, Format format, byte[] file) throws IOException {
        UUID begun = imports.start(
                        new Imports.Wanted("seeds", source, true, false, format, null, "file"),
                        new ByteArrayInputStream(file))
                .id();
        await().until(() -> imports.job(begun).finishedAt() != null);
        assertThat(imports.rejects(begun, 0, 10)).isEmpty();
        assertThat(imports.job(begun).state()).isEqualTo(Imports.State.DONE);
        return source;
    }

    private String bytes(OpenData.Kind kind, String source) throws IOException {
        var text = new StringWriter();
        OpenData.writeHeader(kind, text);
        OpenData.write(kind, rows(source), json, text);
        return text.toString();
    }

    private List<ObjectNode> rows(String source) {
        List<Seed> all = new ArrayList<>(seeds.findAllById(jdbc.sql("SELECT number FROM seed WHERE source = ?")
                .param(source)
                .query(String.class)
                .list()));
        all.sort(Comparator.comparing(Seed::number));
        return records.of(all);
    }

    /** The same with the place of each record in the file instead of its number. */
    private String written(OpenData.Kind kind, String source) throws IOException {
        String text = bytes(kind, source);
        int place = 1;
        for (ObjectNode row : rows(source)) {
            text = text.replace(row.path("id").asText(), "#" + place++);
        }
        return text;
    }
}
