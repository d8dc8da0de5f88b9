package org.kakehashi.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.documents.drafting.WordFile;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class DraftingStoryTest {

    private static final String TEMPLATE = "/api/v1/templates/LICENCE_AGREEMENT/ENGLISH";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    CaseFixture fixture;

    @Autowired
    TermSheets termSheets;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void lampCase() {
        staff.engage("draft-licensor-adviser", Roles.ADVISERS);
        staff.engage("draft-licensee-adviser", Roles.ADVISERS);
        staff.engage("draft-legal", Roles.LEGAL);
        staff.engage("draft-supervisor", Roles.SUPERVISORS);
        number = fixture.lampCase("draft-licensor-adviser", "draft-licensee-adviser");
        jdbc.sql("DELETE FROM document_template").update();
    }

    @Test
    void aLicenceAgreementIsDraftedFromWhatWasAgreed() {
        assertThat(draft("LICENCE_AGREEMENT", "ENGLISH").body()).contains("The terms of case " + number);
        termSheets.accept(number, Side.LICENSOR, "draft-licensor-adviser");
        assertThat(draft("ASSIGNMENT", "ENGLISH").body()).contains("A licence was agreed");
        HttpResponse<String> drafted = draft("LICENCE_AGREEMENT", "JAPANESE");
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        assertThat(drafted.body()).contains("実施許諾契約書.docx", "\"generated\":true", "\"tier\":\"CASE_TEAM\"");
        assertThat(WordFile.paragraphs(new ByteArrayInputStream(word(1))))
                .contains("実施許諾契約書", "第1条（定義）")
                .anySatisfy(paragraph -> assertThat(paragraph).contains("純売上高の2％"));
    }

    @Test
    void theNextDraftIsTheNextVersionAndACaseFileButtonMakesOne() {
        assertThat(draft("TERM_SHEET", "ENGLISH").body()).contains("\"number\":1");
        Visitor legal = new Visitor(port).signIn("draft-legal");
        String page = "/cases/" + number + "/documents";
        assertThat(legal.submit(page, page + "/drafts", "kind=TERM_SHEET&language=ENGLISH")
                        .statusCode())
                .isEqualTo(302);
        assertThat(legal.open(page).body()).contains("/documents/1/versions/2", "/documents/1/comparison?to=2");
    }

    @Test
    void aComparisonShowsWhatALawyerChanged() throws IOException {
        draft("TERM_SHEET", "ENGLISH");
        as("draft-legal")
                .send(documents() + "/1/versions", "term-sheet.docx", changed(word(1), "2 %", "2.5 %"), Map.of());
        assertThat(text("draft-legal", documents() + "/1/comparison"))
                .contains("\"from\":1,\"to\":2", "{\"fate\":\"REMOVED\",\"text\":\"2\"}")
                .contains("{\"fate\":\"ADDED\",\"text\":\"2.5\"}");
        assertThat(new Visitor(port)
                        .signIn("draft-legal")
                        .open("/cases/" + number + "/documents/1/comparison")
                        .body())
                .contains("1 changed paragraphs", "<mark>2.5</mark>");
        assertThat(as("draft-supervisor").fetch(documents() + "/1/comparison").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSupervisorPutsAChangedTemplateInPlace() {
        termSheets.accept(number, Side.LICENSOR, "draft-licensor-adviser");
        String changed =
                text("draft-legal", TEMPLATE).replace("## damages: Damages", "## damages: Damages and loss of profit");
        assertThat(replace("draft-legal", changed).statusCode()).isEqualTo(403);
        assertThat(replace("draft-supervisor", changed).body()).contains("\"author\":\"draft-supervisor\"");
        draft("LICENCE_AGREEMENT", "ENGLISH");
        assertThat(WordFile.paragraphs(new ByteArrayInputStream(word(1))))
                .anySatisfy(paragraph -> assertThat(paragraph).endsWith("Damages and loss of profit"));
    }

    @Test
    void aTemplateWithAnUnknownFieldIsRefusedAndTheOneInUseStays() {
        String inUse = text("draft-legal", TEMPLATE);
        HttpResponse<String> answer = replace("draft-supervisor", inUse.replace("{{territory}}", "{{teritory}}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The field \\\"{{teritory}}\\\" is not known.");
        assertThat(text("draft-legal", TEMPLATE)).isEqualTo(inUse);
        assertThat(text("draft-legal", TEMPLATE + "/changes")).isEqualTo("[]");
    }

    private HttpResponse<String> draft(String kind, String language) {
        return as("draft-legal")
                .send(
                        documents() + "/drafts?kind=" + kind + "&language=" + language,
                        "none.txt",
                        new byte[0],
                        Map.of());
    }

    private HttpResponse<String> replace(String user, String template) {
        return as(user).send(TEMPLATE, "template.txt", template.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private byte[] word(int version) {
        return as("draft-legal").fetch(documents() + "/1/versions/" + version).body();
    }

    private String text(String user, String path) {
        return new String(as(user).fetch(path).body(), StandardCharsets.UTF_8);
    }

    private String documents() {
        return "/api/v1/cases/" + number + "/documents";
    }

    private Sender as(String user) {
        return new Sender(port, user);
    }

    private static byte[] changed(byte[] word, String before, String after) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(word));
                var file = new ByteArrayOutputStream()) {
            document.getParagraphs().stream()
                    .map(XWPFParagraph::getRuns)
                    .filter(runs -> runs.get(0).text().contains(before))
                    .forEach(runs -> runs.get(0).setText(runs.get(0).text().replace(before, after), 0));
            document.write(file);
            return file.toByteArray();
        }
    }
}
