package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Multipart;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;
import org.kakehashi.TestDatabase;
import org.kakehashi.Visitor;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.process.ContractDesk;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.SignatureRequest;
import org.kakehashi.signing.SignatureRequest.State;
import org.kakehashi.signing.Signatures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class SignatureStoryTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/party/\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    AgreedCases agreedCases;

    @Autowired
    LicensingCases cases;

    @Autowired
    PartyAnswers answers;

    @Autowired
    Signatures signatures;

    @Autowired
    Contracts contracts;

    @Autowired
    ContractDesk contractDesk;

    @Autowired
    Desk desk;

    @Autowired
    Staff staff;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    final HttpClient http = HttpClient.newHttpClient();
    final String licensor = "licensor-" + UUID.randomUUID() + "@example.org";
    final String licensee = "licensee-" + UUID.randomUUID() + "@example.jp";
    String number;

    @BeforeEach
    void aContractIsReadyForSignature() {
        staff.engage("signing-lawyer", Roles.LEGAL);
        staff.engage("signing-stranger", Roles.ADVISERS);
        staff.engage(NeedFixture.PROGRAM, Roles.INTEGRATORS);
        staff.engage(AgreedCases.LICENSEE_ADVISER, Roles.ADVISERS);
        number = readyForSignature(licensor, licensee);
    }

    @Test
    void bothCompaniesSignByTheirLinksAndTheContractIsSealed() throws IOException {
        String english = link(licensor);
        Visitor company = new Visitor(port);
        HttpResponse<String> page = company.open(english + "/signature");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This is the text that both companies sign", text());
        assertThat(DigestUtils.sha256Hex(download(english))).isEqualTo(text());

        assertThat(sign(company, english, "Mary Example").statusCode()).isEqualTo(302);
        assertThat(sign(new Visitor(port), english, "Mary Example").statusCode())
                .isEqualTo(302);
        assertThat(request().signatures()).hasSize(1);
        assertThat(answers.of(number)).hasSize(1);

        String japanese = link(licensee);
        assertThat(new Visitor(port).open(japanese + "/signature").body()).contains("契約書に署名する");
        sign(new Visitor(port), japanese, "西沢 理恵");
        await().atMost(Duration.ofSeconds(30)).until(() -> request().state() == State.SEALED);

        byte[] sealed = download(english);
        assertThat(DigestUtils.sha256Hex(sealed)).isEqualTo(sealedHash());
        try (PDDocument pdf = Loader.loadPDF(sealed)) {
            BufferedImage evidence = new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 90);
            Files.createDirectories(Path.of("target/pictures"));
            ImageIO.write(
                    evidence, "png", Path.of("target/pictures/evidence.png").toFile());
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Evidence of signature", "Mary Example", "西沢 理恵", licensor, licensee, text(), "Asia/Tokyo");
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> contracts.ofCase(number).isPresent());
        assertThat(contracts.ofCase(number).orElseThrow().sealedSha256()).isEqualTo(sealedHash());
        JsonNode verification =
                rest("signing-lawyer").get("/api/v1/signatures/" + request().id() + "/verification");
        assertThat(verification.path("holds").asBoolean()).isTrue();
        assertThat(verification.findValuesAsText("subject"))
                .containsExactly("Signed contract", "Seal", "Text for signature");
        assertThat(sign(company, english, "Mary Example").statusCode()).isEqualTo(302);
        assertThat(request().signatures()).hasSize(2);
    }

    @Test
    void aChangeOfTheStoredFileIsDetected() throws IOException {
        sign(new Visitor(port), link(licensor), "Mary Example");
        sign(new Visitor(port), link(licensee), "Rie Nishizawa");
        await().atMost(Duration.ofSeconds(30)).until(() -> request().state() == State.SEALED);
        Visitor lawyer = new Visitor(port).signIn("signing-lawyer");
        String address = "/cases/" + number + "/signature";
        assertThat(lawyer.open(address + "/verification").body()).contains("is what was sealed.");

        new TransactionTemplate(transactions).executeWithoutResult(status -> jdbc.sql(
                        "UPDATE document_chunk SET bytes = set_byte(bytes, 600, get_byte(bytes, 600) # 1)"
                                + " WHERE position = 0 AND version = (SELECT v.id FROM document_version v"
                                + " WHERE v.sha256 = ?)")
                .param(sealedHash())
                .update());
        assertThat(lawyer.open(address + "/verification").body())
                .contains("is not what was sealed.", "Changed: its SHA-256");
    }

    @Test
    void whatWasSignedOnPaperIsNotAskedForAgainOnThePage() {
        Task asked = contractDesk.tasks(number, "Task_RecordSignature").stream()
                .filter(task -> AgreedCases.LICENSOR_ADVISER.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
        desk.complete(asked, Map.of("signed", "true", "signatory", "President Mizuno"));
        String link = link(licensor) + "/signature";
        assertThat(new Visitor(port).open(link).body())
                .contains("President Mizuno", "Your signature has arrived")
                .doesNotContain("Sign the contract");
    }

    @Test
    void whatIsMissingOrAnotherTextIsRefusedAndNothingIsSigned() {
        String link = link(licensor) + "/signature";
        HttpResponse<String> unread = new Visitor(port).submit(link, link, "signatory=Mary+Example&sha256=" + text());
        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(unread.body()).contains("confirm that the contract was read", "Mary Example");
        HttpResponse<String> otherText =
                new Visitor(port).submit(link, link, "signatory=Mary&read=true&sha256=" + "0".repeat(64));
        assertThat(otherText.statusCode()).isEqualTo(409);
        HttpResponse<String> around = new Visitor(port)
                .submit(link, link(licensor) + "/answer", "occasion=SIGNATURE&round=1&positive=true&read=true");
        assertThat(around.statusCode()).isEqualTo(409);
        assertNothingSigned();
    }

    @Test
    void aLinkOfAnotherCaseSeesAndSignsOnlyItsOwn() {
        String elsewhere = "elsewhere-" + UUID.randomUUID() + "@example.org";
        String other = readyForSignature(elsewhere, "other-" + UUID.randomUUID() + "@example.org");
        String link = link(elsewhere);
        assertThat(DigestUtils.sha256Hex(download(link)))
                .isEqualTo(signatures.ofCase(other).orElseThrow().text().sha256())
                .isNotEqualTo(text());
        HttpResponse<String> refused = new Visitor(port)
                .submit(link + "/signature", link + "/signature", "signatory=Eve&read=true&sha256=" + text());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertNothingSigned();
    }

    @Test
    void twoSidesSigningAtTheSameSecondAreBothHeard() {
        String first = link(licensor);
        String second = link(licensee);
        var one = CompletableFuture.supplyAsync(() -> sign(new Visitor(port), first, "Mary Example"));
        var two = CompletableFuture.supplyAsync(() -> sign(new Visitor(port), second, "Rie Nishizawa"));
        assertThat(List.of(one.join().statusCode(), two.join().statusCode())).containsExactly(302, 302);
        await().atMost(Duration.ofSeconds(30)).until(() -> request().state() == State.SEALED);
    }

    @Test
    void aCaseThatIsWithdrawnMeanwhileIsNoLongerSigned() {
        String link = link(licensor);
        sign(new Visitor(port), link, "Mary Example");
        String late = link(licensee);
        String elsewhere = "elsewhere-" + UUID.randomUUID() + "@example.org";
        readyForSignature(elsewhere, "other-" + UUID.randomUUID() + "@example.org");
        Visitor tab = new Visitor(port);
        end(number);
        assertThat(request().state()).isEqualTo(State.CLOSED);
        assertThat(tab.submit(link(elsewhere), late + "/signature", "signatory=Rie&read=true&sha256=" + text())
                        .statusCode())
                .isEqualTo(409);
        assertThat(tab.open(late + "/signature").body()).contains("署名受付は終了しました");
        assertThat(request().signatures()).hasSize(1);
    }

    @Test
    void aSigningServiceTellsOfASignatureOnce() {
        String event = event("SIGNED", request().id(), text());
        assertThat(tell("inkwell", event, now(), TestDatabase.SIGNING_SERVICE_SECRET)
                        .statusCode())
                .isEqualTo(200);
        assertThat(tell("inkwell", event, now(), TestDatabase.SIGNING_SERVICE_SECRET)
                        .statusCode())
                .isEqualTo(200);
        assertThat(request().signatures())
                .singleElement()
                .matches(signature -> "inkwell".equals(signature.provider()) && signature.side() == Side.LICENSOR);
        assertThat(answers.of(number)).hasSize(1);
        sign(new Visitor(port), link(licensee), "Rie Nishizawa");
        await().atMost(Duration.ofSeconds(30)).until(() -> request().state() == State.SEALED);
    }

    @Test
    void aSigningServiceThatTellsOfARefusalEndsTheCase() {
        assertThat(tell(
                                "inkwell",
                                event("DECLINED", request().id(), text()),
                                now(),
                                TestDatabase.SIGNING_SERVICE_SECRET)
                        .statusCode())
                .isEqualTo(200);
        assertThat(cases.of(number).outcomeReason()).contains("Our board said no");
        assertThat(request().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aMessageWithAWrongOrOldSignatureIsRefusedAndChangesNothing() throws IOException {
        String event = event("SIGNED", request().id(), text());
        HttpResponse<String> forged = tell("inkwell", event, now(), "somebody else's secret of enough letters");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(forged.body()).path("detail").asText()).contains("Kakehashi-Signature");
        assertThat(tell("inkwell", event, now() - 301, TestDatabase.SIGNING_SERVICE_SECRET)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/api/v1/signatures/webhooks/inkwell", event, null).statusCode())
                .isEqualTo(401);
        assertNothingSigned();
    }

    @Test
    void aMessageThatCannotBeIsRefusedAndMayComeAgain() {
        assertThat(told(event("SIGNED", UUID.randomUUID(), text())).statusCode())
                .isEqualTo(404);
        assertThat(told(event("SIGNED", request().id(), "0".repeat(64))).statusCode())
                .isEqualTo(409);
        assertThat(told("{\"id\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(told("not json").statusCode()).isEqualTo(400);
        assertThat(told("\"" + "x".repeat(70_000) + "\"").statusCode()).isEqualTo(413);
        assertThat(tell("nobody", "{}", now(), TestDatabase.SIGNING_SERVICE_SECRET)
                        .statusCode())
                .isEqualTo(404);
        assertNothingSigned();
        assertThat(told(event("SIGNED", request().id(), text())).statusCode()).isEqualTo(200);
    }

    @Test
    void signaturesAreOpenToThoseWhoWorkOnTheCaseAndToTheProgramThatEnteredItsRecords() {
        String address = "/api/v1/signatures/" + request().id();
        assertThat(get(address, null)).isEqualTo(401);
        for (String path : List.of(address, address + "/file", "/api/v1/signatures?licensingCase=" + number)) {
            assertThat(get(path, "signing-stranger")).as(path).isEqualTo(403);
            assertThat(get(path, AgreedCases.LICENSEE_ADVISER)).as(path).isEqualTo(200);
            assertThat(get(path, NeedFixture.PROGRAM)).as(path).isEqualTo(200);
        }
        assertThat(get(address + "/verification", "signing-lawyer")).isEqualTo(409);
        assertThat(get("/api/v1/signatures", AgreedCases.LICENSEE_ADVISER)).isEqualTo(403);
        assertThat(get("/api/v1/signatures?state=OPEN", NeedFixture.PROGRAM)).isEqualTo(403);
        assertThat(new Visitor(port)
                        .signIn("signing-stranger")
                        .open("/cases/" + number + "/signature")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPdfThatIsAnExecutableIsNoSignedScan() throws IOException {
        byte[] executable = "MZ\u0090\0\3\0\0\0\4\0\0\0 This program cannot be run in DOS mode"
                .getBytes(StandardCharsets.ISO_8859_1);
        int before = documents();
        HttpResponse<String> refused =
                send(authorised("/api/v1/cases/" + number + "/documents", AgreedCases.LICENSEE_ADVISER)
                        .header("Content-Type", Multipart.CONTENT_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                Multipart.of("signed contract.pdf", executable, Map.of("kind", "LICENCE_AGREEMENT")))));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).path("detail").asText()).contains("is not what its name says");
        assertThat(documents()).isEqualTo(before);
        assertNothingSigned();
    }

    @Test
    void bothCompaniesSignInTheBrowserAndTheAdviserFetchesTheSealedContract() throws IOException {
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page phone = browser.visit(address + link(licensee), 390);
            phone.getByText("契約書を確認して署名する").click();
            phone.getByText("契約書に署名する").waitFor();
            Browser.picture(phone, "signature-phone-japanese");
            assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            phone.locator("#signatory").fill("西沢 理恵");
            phone.locator("[name=read]").check();
            phone.getByText("契約書に署名する").click();
            phone.getByText("署名を受け付けました").waitFor();
            Browser.picture(phone, "signature-phone-japanese-signed");

            Page desktop = browser.visit(address + link(licensor), 1280);
            Browser.picture(desktop, "signature-desktop-asked");
            desktop.getByText("Read and sign the contract").click();
            desktop.locator("#signatory").fill("Mary Example");
            desktop.locator("[name=read]").check();
            Browser.picture(desktop, "signature-desktop-english");
            desktop.getByText("Sign the contract", new Page.GetByTextOptions().setExact(true))
                    .click();
            desktop.getByText("Thank you")
                    .or(desktop.getByText("The contract is sealed"))
                    .first()
                    .waitFor();
            await().atMost(Duration.ofSeconds(30)).until(() -> request().state() == State.SEALED);
            desktop.reload();
            desktop.getByText("The contract is sealed").waitFor();
            Browser.picture(desktop, "signature-desktop-sealed");

            Page adviser = browser.signIn(address, AgreedCases.LICENSEE_ADVISER, Staff.PASSWORD);
            adviser.navigate(address + "/cases/" + number);
            adviser.getByText("Signature of the contract").click();
            adviser.getByText("Check the seal").click();
            adviser.getByText("is what was sealed.").waitFor();
            Browser.picture(adviser, "signature-staff");
            Download file = adviser.waitForDownload(() ->
                    adviser.locator("section[aria-labelledby=files] a").last().click());
            assertThat(DigestUtils.sha256Hex(Files.readAllBytes(file.path()))).isEqualTo(sealedHash());
            adviser.locator("#file").setInputFiles(file.path());
            adviser.getByText("Compare").click();
            adviser.getByText("is what was sealed.").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String readyForSignature(String licensorMail, String licenseeMail) {
        String caseNumber = agreedCases.agreed(
                agreedCases.seed(),
                AgreedCases.terms(LicenceKind.NON_EXCLUSIVE, "Pumps " + UUID.randomUUID(), "Japan"));
        LicensingCase licensingCase = cases.of(caseNumber);
        giveContact(licensingCase.licensorOrganisation(), "Mary Example", licensorMail, "en");
        giveContact(licensingCase.licenseeOrganisation(), "西沢 理恵", licenseeMail, "ja");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> cases.admitTo(caseNumber, Confidentiality.NDA));
        contractDesk.sign(caseNumber);
        contractDesk.as("lawyer-1", "Task_DraftContract", caseNumber, Map.of("document", 1));
        contractDesk.as("lawyer-2", "Task_ReviewDraft", caseNumber, Map.of("verdict", "APPROVED"));
        return caseNumber;
    }

    private void end(String caseNumber) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> cases.end(caseNumber, OutcomeCode.WITHDRAWN, "Changed plans."));
    }

    private void assertNothingSigned() {
        assertThat(request().signatures()).isEmpty();
        assertThat(request().state()).isEqualTo(State.OPEN);
        assertThat(answers.of(number)).isEmpty();
        assertThat(desk.open(number)).containsExactly("Task_RecordSignature", "Task_RecordSignature");
    }

    private HttpResponse<String> sign(Visitor company, String link, String signer) {
        return company.submit(
                link,
                link + "/signature",
                "signatory=" + URLEncoder.encode(signer, StandardCharsets.UTF_8) + "&read=true&sha256=" + text());
    }

    private SignatureRequest request() {
        return signatures.ofCase(number).orElseThrow();
    }

    private String text() {
        return request().text().sha256();
    }

    private String sealedHash() {
        return request().sealed().sha256();
    }

    private int documents() {
        return jdbc.sql("SELECT count(*) FROM document WHERE case_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String event(String type, UUID request, String sha256) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "id",
                    "evt-" + request,
                    "requestId",
                    request.toString(),
                    "side",
                    "LICENSOR",
                    "type",
                    type,
                    "signer",
                    "Mary Example",
                    "email",
                    "mary@example.org",
                    "signedAt",
                    Instant.now().toString(),
                    "sha256",
                    sha256,
                    "reason",
                    "Our board said no"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> told(String event) {
        return tell("inkwell", event, now(), TestDatabase.SIGNING_SERVICE_SECRET);
    }

    private HttpResponse<String> tell(String provider, String event, long seconds, String secret) {
        String signature = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(seconds + "." + event);
        return post("/api/v1/signatures/webhooks/" + provider, event, "t=" + seconds + ",v1=" + signature);
    }

    private HttpResponse<String> post(String path, String body, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(signature == null ? request : request.header("Kakehashi-Signature", signature));
    }

    private int get(String path, @Nullable String reader) {
        return send(reader == null
                        ? HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        : authorised(path, reader))
                .statusCode();
    }

    private HttpRequest.Builder authorised(String path, String reader) {
        String password =
                Base64.getEncoder().encodeToString((reader + ":" + Staff.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + password);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private byte[] download(String link) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + link + "/signature/contract"))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private RestUser rest(String name) {
        return new RestUser("http://localhost:" + port, name);
    }

    private void giveContact(UUID organisation, String name, String email, String language) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> jdbc.sql(
                        "UPDATE organisation SET contact_name = ?, contact_email = ?, contact_language = ? WHERE id = ?")
                .params(name, email, language, organisation)
                .update());
    }

    private String link(String reader) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !letters(reader).isEmpty());
        Matcher link = LINK.matcher(letters(reader).get(0));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<String> letters(String reader) {
        return jdbc.sql("SELECT text FROM mail WHERE recipient = ?")
                .param(reader)
                .query(String.class)
                .list();
    }
}
