package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.mail.MailServer;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.royalties.Audits;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Submissions;
import org.kakehashi.royalties.Usage;
import org.kakehashi.royalties.process.NearObligations;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A licensee is reminded, states its sales by its link, and pays what follows. */
@HttpTest
class StatementStoryTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/party/\\S+?)(/statements)?\\s");

    @LocalServerPort
    int port;

    @Autowired
    ConfirmedContract confirmed;

    @Autowired
    Contracts contracts;

    @Autowired
    Obligations obligations;

    @Autowired
    Statements statements;

    @Autowired
    Submissions submissions;

    @Autowired
    PartyLinks links;

    @Autowired
    NearObligations near;

    @Autowired
    MailServer mails;

    @Autowired
    Staff staff;

    @Autowired
    TaskService tasks;

    @Autowired
    Audits audits;

    @Autowired
    Organisations organisations;

    @Autowired
    Clock clock;

    private Contract contract;
    private String report;

    @BeforeEach
    void aContractOfWhichTheFirstYearIsOver() {
        contract = contracts.of(confirmed.create());
        report = confirmed.first(contract.number(), Obligation.Kind.ROYALTY_REPORT);
        EngineTime.pass(Duration.ofDays(366));
    }

    @Test
    void aLicenseeStatesOnceHoweverOftenItSendsAndMayCorrect() {
        String page = link(Side.LICENSEE, "en") + "/statements";
        Visitor company = new Visitor(port);
        assertThat(company.open(page).body()).contains("Royalty report for", "Net sales of the period, in JPY");

        HttpResponse<String> computed =
                company.submit(page, page + "/" + report + "/computation", entry("12,000,000", 0));
        assertThat(computed.body())
                .contains("5 % of 10,000,000", "500,000", "2 % of 2,000,000", "40,000", "JPY 540,000", "To be paid by");
        assertThat(submissions.find(report)).isEmpty();

        assertThat(company.submit(page, page + "/" + report, entry("12,000,000", 0))
                        .statusCode())
                .isEqualTo(302);
        assertThat(company.submit(page, page + "/" + report, entry("12,000,000", 0))
                        .statusCode())
                .isEqualTo(302);
        assertThat(edition()).isEqualTo(1);

        HttpResponse<String> otherTab = company.submit(page, page + "/" + report, entry("9,000,000", 0));
        assertThat(otherTab.statusCode()).isEqualTo(409);
        assertThat(otherTab.body()).contains("has come in meanwhile", "9,000,000");

        assertThat(company.submit(page, page + "/" + report, entry("１１，０００，０００", 1))
                        .statusCode())
                .isEqualTo(302);
        assertThat(edition()).isEqualTo(2);
        assertThat(company.open(page).body()).contains("You have stated net sales of JPY 11,000,000");

        statements.enter(
                contract.number(),
                report,
                submissions.find(report).orElseThrow().usage());
        assertThat(statements.of(contract.number(), report).givenBy()).isEqualTo("Mary Example (licensee, by link)");
        assertThat(company.open(page).body())
                .contains("Accepted statements", "JPY 520,000")
                .doesNotContain("Audit", "under-report");
    }

    @Test
    void aLateStatementSaysWhatTheDelayCosts() {
        EngineTime.pass(Duration.ofDays(68));
        String page = link(Side.LICENSEE, "en") + "/statements";
        String computed = new Visitor(port)
                .submit(page, page + "/" + report + "/computation", entry("12000000", 0))
                .body();
        LocalDate payBy = obligations.of(report).period().orElseThrow().last().plusDays(60);
        long late = ChronoUnit.DAYS.between(payBy, LocalDate.now(clock));
        assertThat(late).isPositive();
        assertThat(computed)
                .contains(
                        "Was due on", "late: JPY %,d interest if paid today".formatted(540_000 * 146 * late / 365_000));
    }

    @Test
    void twoWindowsThatSendAtTheSameMomentMakeOneStatement() {
        String page = link(Side.LICENSEE, "en") + "/statements";
        List<CompletableFuture<Integer>> windows = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> new Visitor(port)
                                .submit(page, page + "/" + report, entry("2000000", 0))
                                .statusCode()))
                .limit(4)
                .toList();
        assertThat(windows).allSatisfy(window -> assertThat(window.join()).isEqualTo(302));
        assertThat(edition()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsExplainedInTheReadersLanguageAndKeptAsTyped() {
        String page = link(Side.LICENSEE, "ja") + "/statements";
        Visitor company = new Visitor(port);
        for (String action : List.of("", "/computation")) {
            refused(company, page, action, entry("-5", 0), "負の数は入力できません", "-5");
            refused(company, page, action, entry("many", 0), "のような数字で入力してください", "many");
            refused(company, page, action, entry("", 0), "のような数字で入力してください", "netSales");
            refused(company, page, action, entry("1.5", 0), "最小単位まで", "1.5");
            refused(company, page, action, entry("9".repeat(20), 0), "大きすぎます", "9".repeat(20));
            refused(company, page, action, "netSales=100&currency=USD&seen=0", "通貨は JPY です", "100");
        }
        assertThat(submissions.find(report)).isEmpty();
    }

    @Test
    void aPeriodThatIsNotOverOrLiesInAnotherContractTakesNoStatement() {
        String page = link(Side.LICENSEE, "en") + "/statements";
        Visitor company = new Visitor(port);
        String later = obligations.ofContract(contract.number()).stream()
                .filter(obligation -> obligation.kind() == Obligation.Kind.ROYALTY_REPORT)
                .map(Obligation::number)
                .filter(number -> !number.equals(report))
                .findFirst()
                .orElseThrow();
        assertThat(company.submit(page, page + "/" + later, entry("1", 0)).body())
                .contains("what it brings is known after that day only");
        String others = confirmed.first(confirmed.create(), Obligation.Kind.ROYALTY_REPORT);
        HttpResponse<String> foreign = company.submit(page, page + "/" + others, entry("1", 0));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).contains("has no obligation " + others);
        assertThat(submissions.find(others)).isEmpty();
        assertThat(submissions.find(later)).isEmpty();
    }

    @Test
    void theLicensorsLinkARevokedOneAndAnInventedOneLeadNowhereAndAnExpiredOneOffersANewOne() {
        String licensors = link(Side.LICENSOR, "en") + "/statements";
        String licensees = link(Side.LICENSEE, "en") + "/statements";
        assertThat(new Visitor(port).open(licensors).statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).open("/party/invented/statements").statusCode())
                .isEqualTo(404);
        EngineTime.pass(Duration.ofDays(15));
        assertThat(new Visitor(port).open(licensees).statusCode()).isEqualTo(410);
        EngineTime.pass(Duration.ofDays(-15));
        assertThat(new Visitor(port).open(licensees).statusCode()).isEqualTo(200);
        links.of(contract.caseNumber()).forEach(link -> links.revoke(contract.caseNumber(), link.id()));
        assertThat(new Visitor(port).open(licensees).statusCode()).isEqualTo(404);
    }

    @Test
    void fromTheReminderOverTheStatementToThePayment() {
        staff.engage("royalty-registrar", Roles.REGISTRARS);
        staff.engage("royalty-manager", Roles.MANAGERS);
        String licensee = confirmed.contact(contract.number(), Side.LICENSEE, "ja");
        near.look();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> confirmed.letters(licensee).size() >= 2);
        String letter = mails.deliver(licensee).get(0);
        assertThat(letter).contains(contract.number()).doesNotContain("JPY", "%");
        Matcher found = LINK.matcher(letter);
        assertThat(found.find()).isTrue();
        String address = "http://localhost:" + port;

        try (Browser browser = Browser.open()) {
            Page phone = browser.visit(address + found.group(1) + "/statements", 390);
            Browser.picture(phone, "statements-phone-japanese");
            phone.locator("input[name=netSales]").first().fill("12,500,000");
            phone.getByText("実施料を計算する").click();
            phone.getByText("実施料の計算内訳").waitFor();
            assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            whole(phone, "statements-phone-japanese-computed");
            phone.getByText("この内容で報告する").click();
            phone.getByText("ご報告を受け付けました").waitFor();
            whole(phone, "statements-phone-japanese-sent");

            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> hasFacts(report));
            Page page = browser.signIn(address, "royalty-registrar", Staff.PASSWORD);
            Tasklist tasklist = new Tasklist(page, address);
            tasklist.open(task(report).getId()).claim();
            page.getByText("5 % of 10,000,000").waitFor();
            Browser.picture(page, "statement-registrar");
            tasklist.complete();
            assertThat(statements.of(contract.number(), report).royalty()).isEqualTo(Money.yen(550_000));

            EngineTime.pass(Duration.ofDays(35));
            near.look();
            String royalty = confirmed.first(contract.number(), Obligation.Kind.ROYALTY);
            await().atMost(Duration.ofSeconds(30)).until(() -> task(royalty) != null);
            page.navigate(address + "/contracts/" + contract.number());
            whole(page, "contract-registrar");
            tasklist.open(task(royalty).getId()).claim();
            LocalDate today = LocalDate.now(clock);
            tasklist.fill("Amount", "550000").pick("Received on", day(today));
            Browser.picture(page, "payment-registrar");
            tasklist.complete();
            await().until(() -> !obligations.of(royalty).isOpen());
            page.navigate(address + "/contracts/" + contract.number());
            assertThat(page.content()).contains("JPY 550,000", "Whose turn", "Next due");
            page.setViewportSize(390, 844);
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                    .isFalse();
            whole(page, "contract-narrow");

            Page manager = browser.signIn(address, "royalty-manager", Staff.PASSWORD);
            manager.navigate(address + "/contracts/" + contract.number());
            whole(manager, "contract-manager");
            staff.engage(AgreedCases.LICENSEE_ADVISER, Roles.ADVISERS);
            Page adviser = browser.signIn(address, AgreedCases.LICENSEE_ADVISER, Staff.PASSWORD);
            adviser.navigate(address + "/contracts/" + contract.number());
            adviser.getByText("reminded by mail on").first().waitFor();
            whole(adviser, "contract-adviser");
            Page english = browser.visit(address + link(Side.LICENSEE, "en") + "/statements", 1280);
            whole(english, "statements-desktop-english");
        }
    }

    @Test
    void aSuccessorIsPickedFromTheDirectoryAndAnAuditRecorded() {
        staff.engage("royalty-registrar", Roles.REGISTRARS);
        String name = "AAA Successor " + UUID.randomUUID();
        organisations.save(new Organisation(Organisation.Profile.of(name, OrganisationType.SME, Prefecture.OSAKA)));
        statements.enter(contract.number(), report, new Usage(new BigDecimal("8000000"), 0));
        audits.doubt(contract.number(), report, new Usage(new BigDecimal("10000000"), 0));
        EngineTime.pass(Duration.ofDays(40));
        near.look();
        String audit = confirmed.first(contract.number(), Obligation.Kind.AUDIT);
        await().atMost(Duration.ofSeconds(30)).until(() -> task(audit) != null);
        String address = "http://localhost:" + port;

        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "royalty-registrar", Staff.PASSWORD);
            Tasklist tasklist = new Tasklist(page, address);
            tasklist.open(task(audit).getId()).claim();
            tasklist.fill("Net sales of the period", "10000000").fill("Cost of the audit", "300000");
            Browser.picture(page, "audit-registrar");
            tasklist.complete();
            assertThat(obligations
                            .of(confirmed.first(contract.number(), Obligation.Kind.AUDIT_COST))
                            .amount())
                    .contains(Money.yen(300_000));

            page.navigate(address + "/contracts/" + contract.number());
            page.getByLabel("Change the contract").selectOption("ASSIGNMENT");
            page.getByText("Begin").click();
            await().until(() -> task(contract.number()) != null);
            tasklist.open(task(contract.number()).getId()).claim().choose("Whose place is taken?", "The licensee's");
            page.locator(".fjs-form-field-select input").first().fill(name);
            page.locator(".fjs-dropdownlist-item").first().click();
            tasklist.pick("From", day(LocalDate.now(clock))).fill("Why, and by which deed", "Merger.");
            Browser.picture(page, "assignment-registrar");
            tasklist.complete();
            assertThat(page.content()).doesNotContain("is no organisation");
        }
        assertThat(task(contract.number()).getName()).isEqualTo("Decide on change");
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear());
    }

    private static void whole(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures", name + ".png")));
    }

    private void refused(Visitor company, String page, String action, String fields, String words, String kept) {
        HttpResponse<String> answer = company.submit(page, page + "/" + report + action, fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words, kept);
    }

    private static String entry(String netSales, int seen) {
        return "netSales=" + netSales + "&currency=JPY&seen=" + seen;
    }

    private int edition() {
        return submissions.find(report).orElseThrow().edition();
    }

    private boolean hasFacts(String obligation) {
        Task task = task(obligation);
        return task != null
                && String.valueOf(tasks.getVariableLocal(task.getId(), "facts")).contains("by link");
    }

    private Task task(String obligation) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(obligation)
                .active()
                .singleResult();
    }

    private String link(Side side, String language) {
        String reader = confirmed.contact(contract.number(), side, language);
        links.send(contract.caseNumber(), side);
        Matcher found = LINK.matcher(confirmed.letters(reader).get(0));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
