package org.kakehashi.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.kakehashi.platform.imports.ImportDriver.ADDRESS;
import static org.kakehashi.platform.imports.ImportDriver.CSV;
import static org.kakehashi.platform.imports.ImportDriver.JSON_LINES;
import static org.kakehashi.platform.imports.ImportDriver.counts;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.ProcessTest;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.privacy.PersonalData;
import org.kakehashi.registry.Condition;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@ProcessTest
class ImportsStoryTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Seeds seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    Needs needs;

    @Autowired
    Organisations organisations;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Imports imports;

    @Autowired
    PersonalData personalData;

    ImportDriver integrator;
    String source;

    @BeforeEach
    void atTheDoor() {
        integrator = new ImportDriver(application);
        source = "test-" + UUID.randomUUID();
    }

    @Test
    void patentsAreTakenAndAWrongRowIsReportedWithItsLine() throws Exception {
        JsonNode job = integrator.ended("seeds", source, JSON_LINES, """
                {"id": "US1", "number": "1", "title": "Network", "abstract": "Users share.", "applicant": "Bank", "applicant_city": "X"}
                {"id": "US2", "number": "2", "title": "Silent", "abstract": null, "applicant": "Bank"}

                {"id": "US3", "number": "3",
                {"id": "US4", "number": "4", "title": "Wallet", "abstract": "It pays.", "applicant": null}
                {"number": "5", "title": "Nameless", "abstract": "It is.", "applicant": "Bank"}
                {"id": "US6", "number": "6", "title": "Head", "abstract": null, "description_head": "It thinks.", "applicant": "Bank"}
                """);

        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(job.path("startedBy").asText()).isEqualTo("integrator");
        assertThat(job.path("finishedAt").asText()).isNotEmpty();
        assertThat(counts(job)).containsExactly(6, 2, 0, 0, 4);
        assertThat(integrator.rejects(job))
                .containsExactly(
                        "2: The row has no outline, abstract or description.",
                        "4: The line is not valid JSON.",
                        "5: The row names no owner.",
                        "6: The row has no id.");
        Seed seed = seed("US1");
        assertThat(seed.status()).isEqualTo(Seed.Status.PUBLISHED);
        assertThat(seed.renewalDue()).isNotNull();
        assertThat(seed.content().patent().registrationNumber()).isEqualTo("1");
        assertThat(seed.content().licence().offered()).isEqualTo(ThreeValued.NOT_SPECIFIED);
        assertThat(seed("US6").organisationId()).isEqualTo(seed.organisationId());
        Organisation owner = organisations.findById(seed.organisationId()).orElseThrow();
        assertThat(owner.name()).isEqualTo("Bank");
        assertThat(owner.type()).isEqualTo(OrganisationType.OTHER);
        assertThat(journal.of(seed.number())).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("Seed imported");
            assertThat(entry.actor()).isEqualTo("integrator");
        });
    }

    @Test
    void importingAgainUpdatesAndKeepsWhatTheRowDoesNotSay() throws Exception {
        String rows = """
                {"id": "A1", "title": "Ablation", "abstract": "It cools.", "firm": "Cool Inc", "agency": "NIH", "year": 2018}
                {"id": "A2", "title": "Buoy", "abstract": "It floats.", "firm": "Wet Inc"}
                {"id": "A3", "title": "Gone", "abstract": "It was.", "firm": "Wet Inc"}
                """;
        assertThat(counts(integrator.ended("seeds", source, JSON_LINES, rows))).containsExactly(3, 3, 0, 0, 0);
        Seed first = seed("A1");
        assertThat(first.content().patent().applicationNumber()).isEqualTo("A1");
        registration.change(
                first.number(), first.content().completed("Ablation", "It cools.", "A1", null, List.of("A61B 18/12")));
        registration.withdraw(seed("A3").number(), "Sold", false);

        JsonNode again = integrator.ended(
                "seeds",
                source,
                JSON_LINES,
                rows.replace("It cools.", "It freezes.") + rows.replace("It was.", "It is."));

        assertThat(counts(again)).containsExactly(6, 0, 2, 2, 2);
        assertThat(integrator.rejects(again))
                .allMatch(reject -> reject.contains("has left the programme and cannot be changed."));
        assertThat(seeds.findBySourceAndExternalIdIn(source, List.of("A1", "A2", "A3")))
                .hasSize(3);
        assertThat(seed("A1").number()).isEqualTo(first.number());
        assertThat(seed("A1").ipc()).containsExactly("A61B 18/12");
        assertThat(seed("A1").status()).isEqualTo(Seed.Status.PUBLISHED);
    }

    @Test
    void aTableOfSeedsWithEveryConditionIsTaken() throws Exception {
        JsonNode job = integrator.ended("seeds", source, CSV, """
                \uFEFFexternalId,title,outline,organisation,organisationType,prefecture,applicationNumber,ipc,trl,licence.offered,licence.kindText,coOwners,powerOfAttorney,licence.royalty,licence.royaltyText,applicationDate
                S1,電解質シート,"露点マイナス30℃で
                塗工できる",能美崎工科大学,UNIVERSITY,JP-17,2020-906640,H01M 10/0562; H01M 10/058,5,YES,通常実施権のみ,瑞穂野化成,true,YES,売上高の2％,2020-04-17
                S2,Sheet,It conducts,能美崎工科大学,,,2020-1,,,,,Mizuho,,,,
                S3,Sheet,It conducts,能美崎工科大学,,,2020-1,,11,,,,,,,
                S4,Sheet,It conducts,能美崎工科大学,,,,,,,,,,,,
                S5,Sheet,It conducts,能美崎工科大学,,JP-99,1,X,,MAYBE,,,,,,
                S6,Sheet
                S7,Sheet,It conducts,能美崎工科大学,,,1,X,,,,,,,,
                """);

        assertThat(counts(job)).containsExactly(7, 1, 0, 0, 6);
        assertThat(integrator.rejects(job))
                .containsExactly(
                        "4: The power of attorney is missing: the patent has co-owners.",
                        "5: The technology readiness level must lie between 1 and 9, not 11.",
                        "6: A seed needs the number of an application, a publication or a registration.",
                        "7: \"JP-99\" is not a prefecture: give its ISO 3166-2 code, JP-01 to JP-47.",
                        "8: The line has 2 columns where the header has 16.",
                        "9: \"X\" is not an IPC symbol such as H01M 10/0525.");
        Seed seed = seed("S1");
        SeedContent content = seed.content();
        assertThat(seed.prefecture()).isEqualTo(Prefecture.ISHIKAWA);
        assertThat(content.language()).isEqualTo("ja");
        assertThat(seed.outline()).isEqualTo("露点マイナス30℃で\n塗工できる");
        assertThat(seed.ipc()).containsExactly("H01M 10/0562", "H01M 10/058");
        assertThat(content.maturity().trl()).isEqualTo(5);
        assertThat(content.licence().kind()).isEqualTo(LicenceKind.NON_EXCLUSIVE);
        assertThat(content.licence().royalty()).isEqualTo(new Condition(ThreeValued.YES, "売上高の2％"));
        assertThat(content.patent().applicationDate()).isEqualTo("2020-04-17");
        assertThat(seed.coOwners()).containsExactly("瑞穂野化成");
    }

    @Test
    void needsAreTakenGzippedAndOpened() throws Exception {
        String rows = """
                {"id": "T1", "title": "Voltage source", "description": "Ten kilovolts.", "agency": "Commerce", "branch": "NIST", "phase": "I"}
                {"id": "T2", "title": "Silent", "description": "", "agency": "Commerce", "branch": null}
                {"id": "T3", "title": "Cell", "problem": "It burns.", "organisation": "Pumps", "deadline": "2030-09-30", "budgetYen": 12000000, "wantedKind": "EXCLUSIVE", "region": "JP-28"}
                """;
        JsonNode job =
                integrator.ended("needs", source, MediaType.valueOf("application/gzip"), RowReaderTest.gzip(rows));

        assertThat(counts(job)).containsExactly(3, 2, 0, 0, 1);
        assertThat(integrator.rejects(job)).containsExactly("2: The row has no problem or description.");
        Need need = needs.findBySourceAndExternalId(source, "T1").orElseThrow();
        assertThat(need.status()).isEqualTo(Need.Status.OPEN);
        assertThat(organisations.findById(need.organisationId()).orElseThrow().name())
                .isEqualTo("NIST");
        Need cell = needs.findBySourceAndExternalId(source, "T3").orElseThrow();
        assertThat(cell.content().budgetYen()).isEqualTo(12_000_000L);
        assertThat(cell.content().wantedKind()).isEqualTo(LicenceKind.EXCLUSIVE);
        assertThat(cell.content().region()).isEqualTo(Prefecture.HYOGO);

        JsonNode again = integrator.ended(
                "needs", source, JSON_LINES, rows.replace("Ten", "Twenty").getBytes(StandardCharsets.UTF_8));
        assertThat(counts(again)).containsExactly(3, 0, 1, 1, 1);
    }

    @Test
    void manyRowsGoInBatchesAndADoubledOneIsTakenOnce() throws Exception {
        var rows = new StringBuilder("id,title,outline,applicant,applicationNumber\n");
        for (int i = 0; i < 1_234; i++) {
            rows.append(i == 700 ? "same" : i)
                    .append(",Title,Outline,Owner ")
                    .append(i % 7)
                    .append(",1\n");
        }
        rows.append("same,Title,Another outline,Owner 0,1");

        assertThat(counts(integrator.ended("seeds", source, CSV, rows.toString())))
                .containsExactly(1_235, 1_234, 1, 0, 0);
        assertThat(seed("same").outline()).isEqualTo("Another outline");
    }

    @Test
    void aDamagedFileKeepsTheRowsBeforeAndSaysSo() throws Exception {
        var rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"nothing\":")
                    .append(Math.random())
                    .append("}\n");
        }
        byte[] whole = RowReaderTest.gzip(rows.toString());

        JsonNode job = integrator.ended("seeds", source, JSON_LINES, Arrays.copyOf(whole, whole.length / 2));

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(job.path("failure").asText()).contains("damaged or ends too early");
        assertThat(job.path("rowsRead").asInt()).isGreaterThan(5_000);
        assertThat(integrator
                        .read(ADDRESS + "/" + job.path("id").asText() + "/rejects?page=3&size=10")
                        .path("items"))
                .hasSize(10)
                .first()
                .satisfies(reject -> assertThat(reject.path("line").asInt()).isEqualTo(31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patents | here    | application/x-ndjson         | {}   | 400 | kind must be one of needs, seeds.",
                "seeds   | a b     | application/x-ndjson         | {}   | 400 | source: must be 1 to 100 letters",
                "seeds   | here    | application/x-ndjson         | ''   | 400 | The file is empty",
                "seeds   | here    | text/csv;charset=ISO-8859-1  | id   | 400 | must be written in UTF-8 or Windows-31J",
                "seeds   | here    | application/json             | {}   | 415 | not supported"
            })
    void aWrongRequestIsRefusedBeforeAnythingIsRead(
            String kind, String source, String type, String body, int status, String message) throws Exception {
        integrator
                .begin(kind, source, MediaType.valueOf(type), body.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.detail", containsString(message)));
    }

    @Test
    void aRequestWithoutKindOrOfAnUnknownImportIsRefused() throws Exception {
        integrator
                .perform(post(ADDRESS)
                        .param("source", source)
                        .contentType(JSON_LINES)
                        .content("{}"))
                .andExpect(status().isBadRequest());
        integrator
                .perform(get(ADDRESS + "/" + UUID.randomUUID()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("There is no import")));
    }

    @Test
    void aRowThatTheDatabaseRefusesCostsNoOtherRowOfItsBatch() throws Exception {
        JsonNode job = integrator.ended("needs", source, JSON_LINES, """
                {"id": "N1", "title": "Pump", "problem": "It leaks.", "organisation": "Pumps"}
                {"id": "N2", "title": "Valve", "problem": "It sticks.", "organisation": "Valves", "deadline": "+9999999-12-31"}
                {"id": "N3", "title": "Silent", "problem": "", "organisation": "Pumps"}
                {"id": "N4", "title": "Hose", "problem": "It bursts.", "organisation": "Pumps"}
                """);

        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(counts(job)).containsExactly(4, 2, 0, 0, 2);
        assertThat(integrator.rejects(job))
                .containsExactly("2: The row cannot be stored.", "3: The row has no problem or description.");
        assertThat(needs.findBySourceAndExternalIdIn(source, List.of("N1", "N2", "N3", "N4")))
                .extracting(Need::externalId)
                .containsExactlyInAnyOrder("N1", "N4");
    }

    @Test
    void aFaultOfOursEndsTheImportInASentenceAndKeepsWhatWasTaken() throws Exception {
        String rows = IntStream.range(0, 1_200)
                .mapToObj(i -> "{\"id\": \"%d\", \"title\": \"%s\", \"problem\": \"It leaks.\", \"branch\": \"Pumps\"}"
                        .formatted(i, i == 700 ? "Last straw" : "Pump"))
                .collect(Collectors.joining("\n"));
        change("""
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
                CREATE TRIGGER full_disk BEFORE INSERT ON need FOR EACH ROW
                WHEN (NEW.title = 'Last straw') EXECUTE FUNCTION full_disk()
                """);
        try {
            JsonNode job = integrator.ended("needs", source, JSON_LINES, rows);

            assertThat(job.path("state").asText()).isEqualTo("FAILED");
            assertThat(job.path("failure").asText())
                    .isEqualTo("A fault of ours stopped the import, the operators find it in the log."
                            + " What was taken is kept: resume the import, it goes on there.");
            assertThat(counts(job)).containsExactly(500, 500, 0, 0, 0);
            assertThat(integrator.rejects(job)).isEmpty();
            change("DROP TRIGGER full_disk ON need");

            assertThat(counts(integrator.resumed(job))).containsExactly(1_200, 1_200, 0, 0, 0);
        } finally {
            change("DROP FUNCTION full_disk CASCADE");
        }
    }

    private void change(String schema) {
        transaction.executeWithoutResult(status -> jdbc.sql(schema).update());
    }

    @Test
    void anImportWhoseApplicationDiedHasFailedWhereasOneThatRunsElsewhereGoesOn() throws Exception {
        UUID dead = UUID.randomUUID();
        UUID alive = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            underWay(dead, 17);
            underWay(alive, 18);
        });

        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(18)").query().singleRow();
            try {
                assertThat(integrator.read(ADDRESS + "/" + dead).path("failure").asText())
                        .startsWith("The application or its database ended meanwhile. What was taken is kept");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(imports.job(dead).state()).isEqualTo(Imports.State.FAILED);
        integrator
                .perform(post(ADDRESS + "/" + dead + "/resume"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("is kept no more: send it again.")));
    }

    @Test
    void aPreviewCountsWhatWouldComeAndKeepsNothingUntilItIsResumed() throws Exception {
        integrator.ended("needs", source, JSON_LINES, """
                {"id": "N1", "title": "Pump", "problem": "It leaks.", "organisation": "Pumps"}
                {"id": "N2", "title": "Valve", "problem": "It sticks.", "organisation": "Pumps"}
                """);
        byte[] rows = """
                {"id": "N1", "title": "Pump", "problem": "It leaks.", "organisation": "Pumps"}
                {"id": "N2", "title": "Valve", "problem": "It jams.", "organisation": "Pumps"}
                {"id": "N3", "title": "Hose", "problem": "It bursts.", "organisation": "Pumps"}
                {"id": "N4", "title": "Silent", "organisation": "Pumps"}
                {"id": "N3", "title": "Hose", "problem": "It splits.", "organisation": "Pumps"}
                {"id": "N3", "title": "Hose", "problem": "It splits.", "organisation": "Pumps"}
                """.getBytes(StandardCharsets.UTF_8);

        JsonNode preview = integrator.previewed("needs", source, JSON_LINES, rows);

        assertThat(preview.path("state").asText()).isEqualTo("PREVIEWED");
        assertThat(preview.path("resumable").asBoolean()).isTrue();
        assertThat(counts(preview)).containsExactly(6, 1, 2, 2, 1);
        assertThat(preview.path("examples").findValuesAsText("title")).containsExactly("Hose", "Valve");
        assertThat(integrator.rejects(preview)).containsExactly("4: The row has no problem or description.");
        assertThat(needs.findBySourceAndExternalId(source, "N3")).isEmpty();
        assertThat(need("N2").content().problem()).isEqualTo("It sticks.");

        JsonNode job = integrator.resumed(preview);

        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(counts(job)).containsExactly(6, 1, 2, 2, 1);
        assertThat(need("N3").content().problem()).isEqualTo("It splits.");
        assertThat(job.path("resumable").asBoolean()).isFalse();
        integrator
                .perform(post(ADDRESS + "/" + job.path("id").asText() + "/resume"))
                .andExpect(status().isConflict());
        integrator.perform(delete(ADDRESS + "/" + job.path("id").asText())).andExpect(status().isConflict());
    }

    @Test
    void aPreviewThatIsCancelledIsForgotten() throws Exception {
        JsonNode preview = integrator.previewed("needs", source, JSON_LINES, "{}".getBytes(StandardCharsets.UTF_8));
        integrator
                .perform(delete(ADDRESS + "/" + preview.path("id").asText()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CANCELLED"))
                .andExpect(jsonPath("$.resumable").value(false));
    }

    @Test
    void anImportThatWasCancelledGoesOnBehindTheLastRowThatWasTaken() throws Exception {
        String rows = IntStream.range(0, 6_000)
                .mapToObj(i -> i % 1_000 == 17
                        ? "{\"id\": \"%d\", \"title\": \"Silent\", \"branch\": \"Pumps\"}".formatted(i)
                        : "{\"id\": \"%d\", \"title\": \"Pump\", \"problem\": \"It leaks.\", \"branch\": \"Pumps\"}"
                                .formatted(i))
                .collect(Collectors.joining("\n"));
        String location = ImportDriver.location(
                integrator.begin("needs", source, JSON_LINES, rows.getBytes(StandardCharsets.UTF_8)));
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> integrator.read(location).path("rowsRead").asInt() > 0);

        integrator.perform(delete(location)).andExpect(status().isOk());

        JsonNode cancelled = integrator.read(location);
        assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
        int taken = cancelled.path("rowsRead").asInt();
        assertThat(taken).isBetween(500, 5_500);
        assertThat(jdbc.sql("SELECT count(*) FROM need WHERE source = ?")
                        .param(source)
                        .query(Integer.class)
                        .single())
                .isEqualTo(cancelled.path("created").asInt());

        JsonNode job = integrator.resumed(cancelled);

        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(counts(job)).containsExactly(6_000, 5_994, 0, 0, 6);
        assertThat(job.path("bytesRead").asInt())
                .isEqualTo(job.path("size").asInt())
                .isEqualTo(rows.length());
    }

    @Test
    void whatWasTurnedDownIsCorrectedInItsFileAndImportedAgain() throws Exception {
        JsonNode table = integrator.ended(
                "needs",
                source,
                CSV,
                "id,title,problem,organisation,region\r\n1,ポンプ,\"漏れる,\n止まらない\",岬,JP-99\r\n2,弁,詰まる\r\n"
                        .getBytes(Encoding.WINDOWS_31J));
        assertThat(table.path("charset").asText()).isEqualTo("windows-31j");
        assertThat(new String(integrator.rejectsFile(table), Encoding.WINDOWS_31J))
                .isEqualTo("""
                rejectedLine,rejectedBecause,id,title,problem,organisation,region
                2,""\"JP-99"" is not a prefecture: give its ISO 3166-2 code, JP-01 to JP-47.",1,ポンプ,"漏れる,
                止まらない",岬,JP-99
                4,"The line has 3 columns where the header has 5.",2,弁,詰まる
                """.replace("\n", "\r\n").replace("る,\r\n止", "る,\n止").replace("\"\"\"JP", "\"\"\"JP"));
        String corrected = new String(integrator.rejectsFile(table), Encoding.WINDOWS_31J)
                .replace("岬,JP-99", "岬,JP-13")
                .replace("詰まる", "詰まる,岬,JP-98");
        JsonNode again = integrator.ended("needs", source, CSV, corrected.getBytes(Encoding.WINDOWS_31J));
        assertThat(counts(again)).containsExactly(2, 1, 0, 0, 1);
        assertThat(new String(integrator.rejectsFile(again), Encoding.WINDOWS_31J))
                .contains("rejectedLine,rejectedBecause,id,title")
                .contains("JP-47.\",2,弁,詰まる,岬,JP-98");

        JsonNode lines = integrator.ended("needs", source, JSON_LINES, """
                {"id": "3", "title": "Hose", "problem": "It bursts.", "organisation": "Pumps", "wantedKind": "ANY"}
                {"id": "4", "title": "Hose",
                """);
        String file = new String(integrator.rejectsFile(lines), StandardCharsets.UTF_8);
        assertThat(file).startsWith("{\"rejectedLine\":1,\"rejectedBecause\":\"wantedKind:");
        JsonNode corrections = integrator.ended("needs", source, JSON_LINES, file.replace("\"ANY\"", "\"EXCLUSIVE\""));
        assertThat(counts(corrections)).containsExactly(2, 1, 0, 0, 1);
    }

    @Test
    void publicationsInXmlAreTakenAndAWrongOneComesBackAsXml() throws Exception {
        JsonNode job = integrator.ended("seeds", source, MediaType.APPLICATION_XML, """
                <?xml version="1.0" encoding="UTF-8"?>
                <pat:Publications xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent"
                    xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common">
                  <pat:PatentPublication>
                    <pat:BibliographicData com:st96Version="V6_0">
                      <pat:PatentPublicationIdentification>
                        <com:IPOfficeCode>JP</com:IPOfficeCode><pat:PublicationNumber>2021906640</pat:PublicationNumber>
                        <com:PatentDocumentKindCode>A</com:PatentDocumentKindCode>
                      </pat:PatentPublicationIdentification>
                      <pat:ApplicationIdentification>
                        <com:IPOfficeCode>JP</com:IPOfficeCode>
                        <com:ApplicationNumber><com:ApplicationNumberText>2020906640</com:ApplicationNumberText></com:ApplicationNumber>
                        <pat:FilingDate>2020-04-17</pat:FilingDate>
                      </pat:ApplicationIdentification>
                      <pat:PatentClassificationBag><pat:IPCRClassificationBag>
                        <pat:IPCRClassification><pat:Section>H</pat:Section><pat:Class>01</pat:Class><pat:Subclass>M</pat:Subclass>
                          <pat:MainGroup>10</pat:MainGroup><pat:Subgroup>0562</pat:Subgroup></pat:IPCRClassification>
                        <pat:IPCRClassification><pat:PatentClassificationText>H01M 10/058 (2010.01)</pat:PatentClassificationText></pat:IPCRClassification>
                      </pat:IPCRClassificationBag></pat:PatentClassificationBag>
                      <pat:InventionTitleBag>
                        <pat:InventionTitle com:languageCode="en">Electrolyte <com:Sub>sheet</com:Sub></pat:InventionTitle>
                        <pat:InventionTitle com:languageCode="ja">電解質シート</pat:InventionTitle>
                      </pat:InventionTitleBag>
                      <pat:PartyBag><pat:ApplicantBag>
                        <pat:Applicant><com:Contact><com:Name><com:OrganizationName><com:OrganizationStandardName>能美崎工科大学</com:OrganizationStandardName></com:OrganizationName></com:Name></com:Contact></pat:Applicant>
                        <pat:Applicant><com:Contact><com:Name><com:OrganizationName><com:OrganizationStandardName>瑞穂野化成</com:OrganizationStandardName></com:OrganizationName></com:Name></com:Contact></pat:Applicant>
                      </pat:ApplicantBag></pat:PartyBag>
                    </pat:BibliographicData>
                    <pat:Abstract><pat:P>塗工できる &amp; 薄い</pat:P></pat:Abstract>
                  </pat:PatentPublication>
                  <pat:PatentPublication>
                    <pat:BibliographicData>
                      <pat:PatentPublicationIdentification><com:IPOfficeCode>JP</com:IPOfficeCode>
                        <pat:PublicationNumber>2021906641</pat:PublicationNumber></pat:PatentPublicationIdentification>
                      <pat:InventionTitle>Nobody's -- sheet</pat:InventionTitle>
                    </pat:BibliographicData>
                  </pat:PatentPublication>
                </pat:Publications>
                """);

        assertThat(counts(job)).containsExactly(2, 1, 0, 0, 1);
        assertThat(job.path("layout").asText()).isEqualTo("WIPO ST.96");
        SeedContent content = seed("JP2021906640A").content();
        assertThat(content.texts().title()).isEqualTo("電解質シート");
        assertThat(content.texts().outline()).isEqualTo("塗工できる & 薄い");
        assertThat(content.patent().applicant()).isEqualTo("能美崎工科大学; 瑞穂野化成");
        assertThat(content.patent().applicationNumber()).isEqualTo("2020906640");
        assertThat(content.patent().applicationDate()).isEqualTo("2020-04-17");
        assertThat(content.patent().ipc()).containsExactly("H01M 10/0562", "H01M 10/058");

        String file = new String(integrator.rejectsFile(job), StandardCharsets.UTF_8);
        assertThat(file).contains("<!-- Line 31: The row names no owner. -->").contains("Nobody's -- sheet");
        JsonNode corrected = integrator.ended(
                "seeds",
                source,
                MediaType.APPLICATION_XML,
                file.replaceFirst(
                        "(</[^>]*InventionTitle>)",
                        "$1<Applicant><PersonFullName>Nomizaki</PersonFullName></Applicant>"));
        assertThat(counts(corrected)).containsExactly(1, 1, 0, 0, 0);
        assertThat(seed("JP2021906641").content().patent().applicant()).isEqualTo("Nomizaki");
    }

    @Test
    void aPersonInARowThatWasTurnedDownIsFoundAndErasedByMail() throws Exception {
        String mail = "rejected-" + UUID.randomUUID() + "@example.jp";
        JsonNode job = integrator.ended("needs", source, JSON_LINES, """
                {"id": "1", "title": "Pump", "contact": "%s", "organisation": "Pumps"}
                {"id": "2", "title": "Pump", "organisation": "Pumps"}
                """.formatted(mail));

        assertThat(personalData.of(mail.toUpperCase(Locale.ROOT)))
                .extracting(PersonalData.Holding::what)
                .containsExactly("Row that an import turned down");
        personalData.erase(mail);

        assertThat(personalData.of(mail)).isEmpty();
        assertThat(new String(integrator.rejectsFile(job), StandardCharsets.UTF_8))
                .doesNotContain(mail)
                .contains("\"id\": \"2\"");
    }

    private Need need(String externalId) {
        return needs.findBySourceAndExternalId(source, externalId).orElseThrow();
    }

    private void underWay(UUID id, long runner) {
        jdbc.sql("INSERT INTO import_job (id, kind, source, started_by, runner, state, started_at)"
                        + " VALUES (?, 'seeds', 'x', 'integrator', ?, 'RUNNING', now())")
                .params(id, runner)
                .update();
    }

    private Seed seed(String externalId) {
        return seeds.findBySourceAndExternalId(source, externalId).orElseThrow();
    }
}
