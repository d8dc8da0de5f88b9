package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Visitor;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.documents.Documents;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class PartyFileStoryTest {

    private static final String SIGN = "occasion=NDA&round=1&positive=true&signatory=Mary+Example&read=true";

    @LocalServerPort
    int port;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    PartyLinks links;

    @Autowired
    Documents documents;

    @Autowired
    PartyAnswers answers;

    @Autowired
    CurrentUser user;

    @Autowired
    Journal journal;

    @Autowired
    RuntimeService processes;

    @Autowired
    Desk desk;

    @Autowired
    Mailbox mailbox;

    LicensingCase licensingCase;
    String number;
    String licensor;
    String licensee;

    @BeforeEach
    void bothCompaniesAreAskedToSignTheConfidentialityAgreement() {
        licensingCase = fixture.open();
        number = licensingCase.number();
        String english = mailbox.contact(number, Side.LICENSOR, "Mary Example", "en");
        String japanese = mailbox.contact(number, Side.LICENSEE, "西沢 理恵", "ja");
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("caseNumber", number);
        variables.put("licensorAdviser", licensingCase.licensorAdviser());
        variables.put("licenseeAdviser", licensingCase.licenseeAdviser());
        processes.startProcessInstanceByKey("confidentiality", number, variables);
        desk.complete(
                number, "Task_PrepareNda", Map.of("purpose", "To judge the coating.", "months", 12, "tailMonths", 36));
        licensor = mailbox.link(english);
        licensee = mailbox.link(japanese);
    }

    @Test
    void theWholeAgreementStandsOnThePageInTheReadersLanguageAndIsTakenAsPdfOrWord() {
        Visitor company = new Visitor(port);
        assertThat(company.open(licensee).body()).contains("秘密保持契約書", "誠実協議", "To judge the coating.");
        assertThat(new Visitor(port).open(licensor).body())
                .contains("Confidentiality Agreement", "To judge the coating.");
        HttpResponse<String> pdf = company.open(licensee + "/agreement.pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        HttpResponse<String> word = company.open(licensee + "/agreement.docx");
        assertThat(word.statusCode()).isEqualTo(200);
        assertThat(word.headers().firstValue("Content-Disposition").orElse("")).contains(".docx");
    }

    @Test
    void aSignatureInTwoTabsAtOnceCountsOnce() {
        var one = CompletableFuture.runAsync(() -> sign(licensor));
        var two = CompletableFuture.runAsync(() -> sign(licensor));
        one.join();
        two.join();
        assertThat(answers.of(number)).singleElement().satisfies(answer -> {
            assertThat(answer.side()).isEqualTo(Side.LICENSOR);
            assertThat(answer.reason()).isEqualTo("Signed by Mary Example.");
        });
        assertThat(desk.open(number)).containsExactly("Task_RecordNda");
    }

    @Test
    void confidentialDocumentsAppearOnceBothHaveSignedAndTheCaseTeamsNever() {
        int shown = add(Confidentiality.NDA, "Coating recipe");
        int hidden = add(Confidentiality.CASE_TEAM, "What we think of them");
        Visitor company = new Visitor(port);
        assertThat(company.open(licensee).body()).doesNotContain("Coating recipe", "What we think of them");
        assertThat(company.open(file(licensee, shown)).statusCode()).isEqualTo(403);

        sign(licensor);
        assertThat(company.open(file(licensee, shown)).statusCode()).isEqualTo(403);
        sign(licensee);
        assertThat(cases.of(number).confidentiality()).isEqualTo(Confidentiality.NDA);
        assertThat(company.open(licensee).body()).contains("Coating recipe").doesNotContain("What we think of them");
        assertThat(company.open(file(licensee, shown)).body()).isEqualTo("text of Coating recipe");
        assertThat(company.open(file(licensee, hidden)).statusCode()).isEqualTo(403);
        assertThat(as(() -> documents.accesses(number, shown)))
                .extracting(Documents.Access::reader)
                .containsExactly("西沢 理恵 (licensee, by link)");
    }

    @Test
    void aDocumentOfAnotherCaseIsNotThere() {
        sign(licensor);
        sign(licensee);
        String other = fixture.open().number();
        String somebody = mailbox.contact(other, Side.LICENSOR, "Somebody Else", "en");
        int theirs = add(Confidentiality.NDA, "Coating recipe");
        links.send(other, Side.LICENSOR);
        String stranger = mailbox.link(somebody);
        HttpResponse<String> refused = new Visitor(port).open(file(stranger, theirs));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("There is no document").doesNotContain("recipe");
    }

    @Test
    void aCompanySendsADocumentAndItsAdviserSeesIt() {
        HttpResponse<String> sent = new Visitor(port)
                .upload(
                        licensee,
                        licensee + "/documents",
                        "questions.txt",
                        "How thick is it?",
                        Map.of("title", "Our questions", "readers", "both"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).open(licensee).body()).contains("Our questions");
        assertThat(as(() -> documents.of(number))).singleElement().satisfies(document -> {
            assertThat(document.title()).isEqualTo("Our questions");
            assertThat(document.tier()).isEqualTo(Confidentiality.NDA);
            assertThat(document.latest().author()).isEqualTo("西沢 理恵 (licensee, by link)");
        });
        assertThat(journal.of(number))
                .anyMatch(entry ->
                        entry.event().equals("Document added") && entry.actor().equals("西沢 理恵 (licensee, by link)"));
        assertThat(new Visitor(port).open(licensor).body()).doesNotContain("Our questions");
    }

    @Test
    void aProgramCalledPdfAnEmptyFileAndOneThatIsTooLargeAreRefusedWithASentence() {
        HttpResponse<String> program = new Visitor(port)
                .upload(licensee, licensee + "/documents", "offer.pdf", "MZ\0\0program", both("Offer"));
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body()).contains("「offer.pdf」の内容が名前と一致しません", "value=\"Offer\"");
        HttpResponse<String> empty =
                new Visitor(port).upload(licensor, licensor + "/documents", "empty.pdf", "", both(""));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("is empty");
        HttpResponse<String> large = new Visitor(port)
                .upload(licensor, licensor + "/documents", "large.txt", "x".repeat(51 * 1024 * 1024), both(""));
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("at most 50 MB");
        assertThat(as(() -> documents.of(number))).isEmpty();
    }

    @Test
    void aCompanyReadsSignsAndSendsAFileInItsBrowser() {
        try (Browser browser = Browser.open()) {
            Page phone = browser.visit("http://localhost:" + port + licensee, 390);
            Browser.wholePicture(phone, "party-nda-phone-japanese");
            assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            phone.locator("#signatory").fill("西沢 理恵");
            phone.getByText("内容を確認").click();
            phone.getByText("署名する").last().click();
            phone.getByText("ご回答を受け付けました").waitFor();

            Page desktop = browser.visit("http://localhost:" + port + licensor, 1280);
            desktop.getByText("Send a document").click();
            desktop.locator("#file")
                    .setInputFiles(new FilePayload(
                            "questions.txt", "text/plain", "How thick?".getBytes(StandardCharsets.UTF_8)));
            Browser.wholePicture(desktop, "party-nda-desktop-english");
            desktop.getByText("Send", new Page.GetByTextOptions().setExact(true))
                    .click();
            desktop.getByText("Your document has arrived").waitFor();
            Browser.wholePicture(desktop, "party-files-desktop-english");
        }
        assertThat(as(() -> documents.of(number))).hasSize(1);
    }

    private static Map<String, String> both(String title) {
        return Map.of("title", title, "readers", "both");
    }

    private void sign(String link) {
        assertThat(new Visitor(port).submit(link, link + "/answer", SIGN).statusCode())
                .isEqualTo(302);
    }

    private static String file(String link, int document) {
        return link + "/documents/" + document + "/versions/1";
    }

    private int add(Confidentiality tier, String title) {
        byte[] text = ("text of " + title).getBytes(StandardCharsets.UTF_8);
        return as(() -> documents.add(
                        number,
                        DocumentKind.TECHNICAL,
                        title,
                        tier,
                        new Documents.Upload("file.txt", new ByteArrayInputStream(text))))
                .number();
    }

    private <T> T as(Supplier<T> deed) {
        return user.acting("manager", Set.of(Roles.MANAGERS), deed);
    }
}
