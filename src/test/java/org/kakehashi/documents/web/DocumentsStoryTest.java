package org.kakehashi.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Confidentiality;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class DocumentsStoryTest {

    private static final byte[] PDF = "%PDF-1.7\nA drawing of the reflector\n%%EOF".getBytes(StandardCharsets.UTF_8);
    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void lampCase() {
        staff.engage("doc-licensor-adviser", Roles.ADVISERS);
        staff.engage("doc-licensee-adviser", Roles.ADVISERS);
        staff.engage("doc-other-adviser", Roles.ADVISERS);
        staff.engage("doc-legal", Roles.LEGAL);
        staff.engage("doc-supervisor", Roles.SUPERVISORS);
        staff.engage("doc-integrator", Roles.INTEGRATORS);
        number = fixture.lampCase("doc-licensor-adviser", "doc-licensee-adviser");
    }

    @Test
    void whatIsSentComesBackUnchangedAsAFileToSave() {
        HttpResponse<String> added = add("doc-legal", "図面 reflector.pdf", PDF, "TECHNICAL", "CASE_TEAM");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body())
                .contains("\"number\":1", "\"author\":\"doc-legal\"", "\"mediaType\":\"application/pdf\"")
                .contains(DigestUtils.sha256Hex(PDF), "\"title\":\"Technical document\"");

        HttpResponse<byte[]> fetched = as("doc-legal").fetch(documents() + "/1/versions/1");
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(PDF);
        assertThat(header(fetched, "ETag")).isEqualTo("\"" + DigestUtils.sha256Hex(PDF) + "\"");
        assertThat(header(fetched, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(fetched, "Content-Disposition"))
                .startsWith("attachment")
                .contains("%E5%9B%B3%E9%9D%A2%20reflector.pdf");
        assertThat(as("doc-legal")
                        .fetch(documents() + "/1/versions/1", "If-None-Match", header(fetched, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "'', CASE_TEAM, 401",
        "doc-integrator, PUBLIC, 404",
        "doc-other-adviser, CASE_TEAM, 403",
        "doc-other-adviser, INTRODUCED, 403",
        "doc-other-adviser, REGISTERED, 200",
        "doc-supervisor, NDA, 403",
        "doc-supervisor, INTRODUCED, 200",
        "doc-licensee-adviser, NDA, 403",
        "doc-licensee-adviser, REGISTERED, 200",
        "doc-legal, CASE_TEAM, 200"
    })
    void eachDownloadChecksTheTier(String reader, String tier, int status) {
        add("doc-licensor-adviser", "reflector.pdf", PDF, "TECHNICAL", tier);
        assertThat(as(reader).fetch(documents() + "/1/versions/1").statusCode()).isEqualTo(status);
    }

    @Test
    void theOtherSidesAdviserReadsWhatTheCaseHasComeTo() {
        add("doc-licensor-adviser", "reflector.pdf", PDF, "TECHNICAL", "NDA");
        assertThat(as("doc-licensee-adviser").fetch(documents() + "/1").statusCode())
                .isEqualTo(403);
        assertThat(text(as("doc-licensee-adviser").fetch(documents()))).isEqualTo("[]");
        cases.admitTo(number, Confidentiality.NDA);
        assertThat(as("doc-licensee-adviser")
                        .fetch(documents() + "/1/versions/1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachDownloadIsNoted() {
        add("doc-licensor-adviser", "reflector.pdf", PDF, "TECHNICAL", "REGISTERED");
        as("doc-other-adviser").fetch(documents() + "/1/versions/1");
        assertThat(text(as("doc-legal").fetch(documents() + "/1/downloads")))
                .contains("\"version\":1", "\"reader\":\"doc-other-adviser\"");
        assertThat(as("doc-other-adviser").fetch(documents() + "/1/downloads").statusCode())
                .isEqualTo(403);
    }

    @Test
    void onlyThoseWhoWorkOnTheCaseAddToIt() {
        assertThat(add("doc-other-adviser", "reflector.pdf", PDF, "OTHER", "PUBLIC")
                        .body())
                .contains("Only those who work on case " + number + " add documents to it.");
        assertThat(add("doc-supervisor", "reflector.pdf", PDF, "OTHER", "PUBLIC")
                        .statusCode())
                .isEqualTo(403);
        assertThat(rows()).isZero();
    }

    @Test
    void aProgramNamedPdfIsRefusedAndNothingChanges() {
        byte[] program = Arrays.copyOf("MZ\u0090\0\u0003\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 600);
        HttpResponse<String> answer = add("doc-legal", "contract.pdf", program, "OTHER", "CASE_TEAM");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("contract.pdf", "is not what its name says: its content is of the type application/x-");
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "empty.pdf, '', is empty.",
        "setup.exe, MZ, a document is one of PDF",
        "letter.docx, PK, is not what its name says",
        "run.txt, '#!/bin/sh', is not what its name says",
        "'', text, a name",
    })
    void aFileThatIsNotWhatItSaysIsRefusedWithASentence(String name, String content, String sentence) {
        HttpResponse<String> answer =
                add("doc-legal", name, content.getBytes(StandardCharsets.UTF_8), "OTHER", "CASE_TEAM");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"51", "60"})
    void aFileAbove50MegabytesIsRefusedAndNothingChanges(int megabytes) {
        HttpResponse<String> answer = add("doc-legal", "large.pdf", pdf(megabytes * MEGABYTE), "OTHER", "CASE_TEAM");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is too large: it may have at most 50 MB.");
        assertThat(rows()).isZero();
    }

    @Test
    void aFileOf50MegabytesIsTaken() {
        byte[] largest = pdf(50 * MEGABYTE);
        assertThat(add("doc-legal", "large.pdf", largest, "OTHER", "CASE_TEAM").statusCode())
                .isEqualTo(201);
        assertThat(as("doc-legal").fetch(documents() + "/1/versions/1").body()).isEqualTo(largest);
    }

    @Test
    void foldersInTheNameAreLeftOut() {
        assertThat(add("doc-legal", "../../etc/passwd.txt", PDF, "OTHER", "CASE_TEAM")
                        .statusCode())
                .isEqualTo(400);
        assertThat(add(
                                "doc-legal",
                                "..\\\\secret\\\\note.txt",
                                "A note".getBytes(StandardCharsets.UTF_8),
                                "OTHER",
                                "CASE_TEAM")
                        .body())
                .contains("\"fileName\":\"note.txt\"");
    }

    @Test
    void twoUploadsAtOnceGiveTwoVersions() {
        add("doc-legal", "reflector.pdf", PDF, "TECHNICAL", "CASE_TEAM");
        List<CompletableFuture<HttpResponse<String>>> both = IntStream.range(0, 2)
                .mapToObj(index -> CompletableFuture.supplyAsync(() ->
                        as("doc-legal").send(documents() + "/1/versions", "reflector.pdf", pdf(MEGABYTE), Map.of())))
                .toList();
        assertThat(both)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
        assertThat(text(as("doc-legal").fetch(documents() + "/1")))
                .contains("\"number\":1", "\"number\":2", "\"number\":3");
    }

    @Test
    void theCaseFileListsTheDocumentsAndTakesNewOnes() {
        add("doc-licensor-adviser", "reflector.pdf", PDF, "TECHNICAL", "CASE_TEAM");
        String download = "/cases/" + number + "/documents/1/versions/1";
        Visitor legal = new Visitor(port).signIn("doc-legal");
        assertThat(legal.open("/cases/" + number).body()).contains(download, "/cases/" + number + "/documents");
        assertThat(legal.open(download).body()).contains("A drawing of the reflector");
        assertThat(new Visitor(port)
                        .signIn("doc-other-adviser")
                        .open("/cases/" + number)
                        .body())
                .doesNotContain(download);

        String page = "/cases/" + number + "/documents";
        assertThat(legal.upload(page, page, "minutes.txt", "Agreed on a date.", Map.of("kind", "OTHER", "tier", "NDA"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(legal.open(page).body()).contains("minutes.txt", "under the NDA");
        assertThat(legal.upload(page, page, "m.exe", "MZ", Map.of("kind", "OTHER", "tier", "NDA"))
                        .body())
                .contains("a document is one of");
        assertThat(legal.upload(page, page, "m.txt", "x".repeat(51 * MEGABYTE), Map.of("kind", "OTHER", "tier", "NDA"))
                        .body())
                .contains("it may have at most 50 MB");
    }

    private HttpResponse<String> add(String user, String name, byte[] content, String kind, String tier) {
        return as(user).send(documents(), name, content, Map.of("kind", kind, "tier", tier));
    }

    private int rows() {
        return jdbc.sql("SELECT (SELECT count(*) FROM document WHERE case_number = ?)"
                        + " + (SELECT count(*) FROM document_chunk c WHERE NOT EXISTS"
                        + " (SELECT 1 FROM document_version v WHERE v.id = c.version))")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private String documents() {
        return "/api/v1/cases/" + number + "/documents";
    }

    private Sender as(String user) {
        return new Sender(port, user);
    }

    private static byte[] pdf(int bytes) {
        return Arrays.copyOf(PDF, bytes);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
