package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.kakehashi.EngineTime;
import org.kakehashi.HttpTest;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contracts;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.Inquiry.State;
import org.kakehashi.outcomes.process.DueInquiries;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.mail.MailServer;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A licensee is asked what its licence has brought, answers by its link, and two managers release the year. */
@HttpTest
class InquiryStoryTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/party/\\S+?/inquiry)\\s");

    @LocalServerPort
    int port;

    @Autowired
    ConfirmedContract confirmed;

    @Autowired
    Contracts contracts;

    @Autowired
    Inquiries inquiries;

    @Autowired
    DueInquiries due;

    @Autowired
    PartyLinks links;

    @Autowired
    MailServer mails;

    @Autowired
    Staff staff;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void whatIsTypedIsKeptExplainedFieldByFieldAskedBackAndCorrectedByVersions() {
        EngineTime.pass(Duration.ofDays(50 * 366));
        Asked asked = asked("en");
        String page = asked.page;
        Visitor company = new Visitor(port);
        assertThat(company.open(page).body())
                .contains("Please answer by", "Sales of what you made", "The programme publishes sums");

        HttpResponse<String> draft =
                company.submit(page, page + "/" + asked.year + "/draft", fields("sales", "12 mio", 0));
        assertThat(draft.statusCode()).isEqualTo(302);
        assertThat(company.open(page).body()).contains("This is your draft of", "12 mio");

        HttpResponse<String> faulty = company.submit(
                page, page + "/" + asked.year, fields(Map.of("sales", "12 mio", "jobs", "-3", "investment", "1.5"), 0));
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body())
                .contains(
                        "Nothing was sent",
                        "12 mio",
                        "without words",
                        "cannot be negative",
                        "smallest unit of the currency");
        assertThat(inquiries.answer(asked.number)).isEmpty();

        HttpResponse<String> doubtful = company.submit(page, page + "/" + asked.year, fields("sales", "12,500", 0));
        assertThat(doubtful.body())
                .contains("Please check before you send", "JPY 12,500 in a whole year is very little");
        assertThat(inquiries.answer(asked.number)).isEmpty();
        assertThat(company.submit(
                                page,
                                page + "/" + asked.year,
                                fields(Map.of("sales", "12,500", "explanation", "One sample."), 0))
                        .statusCode())
                .isEqualTo(302);
        await().until(() -> inquiries.of(asked.number).state() == State.REVIEW);
        assertThat(company.open(page).body()).contains("Your adviser looks at your answer", "One sample.");

        String noReason = company.submit(page, page + "/" + asked.year, fields("sales", "12500000", 1))
                .body();
        assertThat(noReason).contains("say in a sentence why you correct");
        assertThat(company.submit(
                                page,
                                page + "/" + asked.year,
                                fields(Map.of("sales", "12500000", "reason", "Given in thousands."), 1))
                        .statusCode())
                .isEqualTo(302);
        await().until(() -> inquiries.of(asked.number).state() == State.ANSWERED);
        assertThat(company.open(page).body()).contains("Earlier versions", "JPY 12,500,000", "JPY 12,500<");
        HttpResponse<String> otherTab = company.submit(
                page, page + "/" + asked.year, fields(Map.of("sales", "9000000", "reason", "Mistyped."), 1));
        assertThat(otherTab.statusCode()).isEqualTo(409);
        assertThat(otherTab.body()).contains("has come in meanwhile", "9000000");

        assertThat(company.submit(page, page + "/1999", fields("sales", "1", 0)).statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(port).open("/party/invented/inquiry").statusCode())
                .isEqualTo(404);
        confirmed.contact(asked.contract, Side.LICENSOR, "en");
        assertThat(new Visitor(port).open(link(asked.contract, Side.LICENSOR)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProgramEntersWhatCameOnPaperAndManagersReleaseOverRest() {
        EngineTime.pass(Duration.ofDays(60 * 366));
        staff.engage(NeedFixture.PROGRAM, Roles.INTEGRATORS);
        staff.engage("inquiry-stranger", Roles.INTEGRATORS);
        staff.engage("inquiry-manager-1", Roles.MANAGERS);
        staff.engage("inquiry-manager-2", Roles.MANAGERS);
        Asked asked = asked("en");
        String address = "/api/v1/contracts/" + asked.contract + "/inquiries/" + asked.year;
        String years = "/api/v1/inquiry-years/" + asked.year;
        Visitor program = new Visitor(port).asProgramOf(NeedFixture.PROGRAM);
        problem(post(program, address + "/answers", "{\"currency\":\"JPY\"}"), 400, "sales: must be given");
        problem(post(program, address + "/answers", answer("JPY", "-1", 0)), 400, "sales cannot be negative");
        problem(post(program, address + "/answers", answer("XAU", "1", 0)), 400, "currency is unknown");
        problem(
                post(new Visitor(port).asProgramOf("inquiry-stranger"), address + "/answers", answer("JPY", "1", 0)),
                404,
                "There is no case");
        assertThat(post(program, address + "/answers", answer("USD", "90000.50", 0))
                        .statusCode())
                .isEqualTo(201);
        problem(post(program, address + "/answers", answer("USD", "80000", 0)), 409, "come in meanwhile");
        assertThat(program.fetch(address).body()).contains("\"channel\":\"PAPER\"", "\"sales\":90000.50", "Letter");
        problem(
                program.fetch("/api/v1/contracts/" + asked.contract + "/impacts/" + asked.year),
                409,
                "no rate is entered");
        await().until(() -> inquiries.of(asked.number).state() == State.ANSWERED);

        problem(post(program, years + "/closing", "{\"leavingOut\":true}"), 403, "");
        Visitor first = new Visitor(port).asProgramOf("inquiry-manager-1");
        Visitor second = new Visitor(port).asProgramOf("inquiry-manager-2");
        problem(post(first, years + "/closing", "{\"leavingOut\":true}"), 409, "Answers were given in USD");
        assertThat(post(
                                first,
                                years + "/rates",
                                "{\"currency\":\"USD\",\"yenPerUnit\":150,\"rateOn\":\"%s\",\"source\":\"Bank of Japan\"}"
                                        .formatted(LocalDate.now(clock)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(first, years + "/closing", "{\"leavingOut\":true}").body())
                .contains("\"closedBy\":\"inquiry-manager-1\"");
        assertThat(post(first, years + "/releases", "{\"reason\":\"First release\"}")
                        .statusCode())
                .isEqualTo(201);
        problem(
                post(first, years + "/releases/1/decision", "{\"release\":true}"),
                403,
                "proposed this release yourself");
        assertThat(post(second, years + "/releases/1/decision", "{\"release\":true}")
                        .body())
                .contains("\"state\":\"RELEASED\"", "\"salesYen\":13500075");
        assertThat(program.fetch(years + "/releases").body()).contains("\"salesYen\":13500075");
        problem(program.fetch(years + "/releases/1"), 403, "figures of single contracts");
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject = ? AND actor = ? ORDER BY id")
                        .params("inquiry-years/" + asked.year, "inquiry-manager-1")
                        .query(String.class)
                        .list())
                .as("the trail of the closing")
                .containsExactly("CHANGED", "CHANGED", "CHANGED", "REFUSED");
        problem(program.fetch("/api/v1/inquiry-years/1995"), 404, "has not been opened");
        new RestUser("http://localhost:" + port, NeedFixture.PROGRAM)
                .put(
                        "/api/v1/contracts/" + asked.contract + "/impacts/" + asked.year,
                        Map.of(
                                "salesYen", 14000000,
                                "jobs", 3,
                                "investmentYen", 0,
                                "costSavedYen", 0,
                                "source", "Letter of the licensee"));
        assertThat(program.fetch(years + "/releases").body())
                .as("a later answer does not move what is released")
                .contains("\"salesYen\":13500075")
                .doesNotContain("14000000");
    }

    @Test
    void fromTheLetterOnThePhoneToTheReleasedYear() {
        EngineTime.pass(Duration.ofDays(70 * 366));
        staff.engage("inquiry-manager-1", Roles.MANAGERS);
        staff.engage("inquiry-manager-2", Roles.MANAGERS);
        staff.engage(AgreedCases.LICENSEE_ADVISER, Roles.ADVISERS);
        Asked asked = asked("ja");
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page phone = browser.visit(address + asked.page, 390);
            Browser.wholePicture(phone, "inquiry-phone-japanese");
            phone.locator("input[name=sales]").fill("一億");
            phone.locator("input[name=jobs]").fill("2");
            phone.getByText("回答を送信する").click();
            phone.getByText("まだ送信されていません").waitFor();
            Browser.wholePicture(phone, "inquiry-phone-japanese-faults");
            phone.locator("input[name=sales]").fill("12,500");
            for (String field : new String[] {"investment", "costSaved", "furtherLicences"}) {
                phone.locator("input[name=" + field + "]").fill("0");
            }
            phone.getByText("回答を送信する").click();
            phone.getByText("送信前にご確認ください").waitFor();
            narrow(phone);
            Browser.wholePicture(phone, "inquiry-phone-japanese-doubts");
            phone.locator("textarea[name=explanation]").fill("試作品のみの販売です。");
            phone.getByText("回答を送信する").click();
            phone.getByText("ご回答を受け付けました").waitFor();
            Browser.wholePicture(phone, "inquiry-phone-japanese-sent");

            await().ignoreExceptions().until(() -> task(asked.number) != null);
            Page adviser = browser.signIn(address, AgreedCases.LICENSEE_ADVISER, Staff.PASSWORD);
            Tasklist tasklist = new Tasklist(adviser, address)
                    .open(task(asked.number).getId())
                    .claim();
            adviser.getByText("The figures are hard to believe").waitFor();
            tasklist.choose("Are the figures right?", "No, those below are right");
            adviser.getByLabel("Sales").fill("12,500,000");
            tasklist.fill("What you found out, and from whom", "Ms Nishi: it was given in thousands.");
            Browser.picture(adviser, "inquiry-review");
            tasklist.complete();
            await().until(() -> inquiries.of(asked.number).state() == State.ANSWERED);
            adviser.navigate(address + "/contracts/" + asked.contract + "/inquiries");
            Browser.wholePicture(adviser, "inquiry-contract");

            Asked silent = asked("en");
            EngineTime.pass(Duration.ofDays(61));
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> task(silent.number) != null);
            tasklist.open(task(silent.number).getId()).claim();
            adviser.getByText("Did you learn the figures?").waitFor();
            Browser.picture(adviser, "inquiry-visit");
            tasklist.choose("Did you learn the figures?", "No answer is possible");
            tasklist.fill("Why no answer is possible", "The company was dissolved in May.");
            tasklist.complete();
            await().until(() -> inquiries.of(silent.number).state() == State.UNANSWERED);

            Page manager = browser.signIn(address, "inquiry-manager-1", Staff.PASSWORD);
            manager.navigate(address + "/inquiries");
            Browser.wholePicture(manager, "inquiry-years");
            manager.navigate(address + "/inquiries/" + asked.year);
            Browser.wholePicture(manager, "inquiry-year-open");
            if (manager.getByLabel("Close without them").count() > 0) {
                manager.getByLabel("Close without them").check();
            }
            manager.locator("section[aria-labelledby=closing] button").click();
            manager.getByLabel("Propose the first release").fill("The year's figures are complete.");
            manager.locator("section[aria-labelledby=releases] form button").click();
            manager.getByText("You have proposed it").waitFor();

            Page other = browser.signIn(address, "inquiry-manager-2", Staff.PASSWORD);
            other.navigate(address + "/inquiries/" + asked.year + "/releases/1");
            Browser.wholePicture(other, "inquiry-release");
            other.locator("button[value=true]").click();
            other.getByText("counts").waitFor();
            company(asked);
            other.reload();
            other.getByText("1 contract differs from release 1 today").waitFor();
            other.getByText("What differs").click();
            Browser.wholePicture(other, "inquiry-year-released");
            other.setViewportSize(390, 844);
            narrow(other);
            Browser.wholePicture(other, "inquiry-year-narrow");
            Page desktop = browser.visit(address + asked("en").page, 1440);
            Browser.wholePicture(desktop, "inquiry-desktop-english");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** The licensee corrects what is released. */
    private void company(Asked asked) {
        String page = link(asked.contract, Side.LICENSEE);
        assertThat(new Visitor(port)
                        .submit(
                                page,
                                page + "/" + asked.year,
                                fields(Map.of("sales", "13000000", "reason", "A late invoice."), 2))
                        .statusCode())
                .isEqualTo(302);
    }

    private record Asked(String contract, String number, int year, String page) {}

    /** A contract that counts, asked about by a letter to its licensee. */
    private Asked asked(String language) {
        String contract = confirmed.create();
        String licensee = confirmed.contact(contract, Side.LICENSEE, language);
        Inquiry inquiry = due.open(contract, 0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !confirmed.letters(licensee).isEmpty());
        Matcher found = LINK.matcher(mails.deliver(licensee).get(0));
        assertThat(found.find()).isTrue();
        return new Asked(contract, inquiry.number(), inquiry.fiscalYear(), found.group(1));
    }

    private String link(String contract, Side side) {
        return links.issue(contracts.of(contract).caseNumber(), side)
                        .orElseThrow()
                        .address()
                        .replace("http://localhost:8080", "")
                + "/inquiry";
    }

    private Task task(String inquiry) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(inquiry)
                .active()
                .singleResult();
    }

    private static String fields(String field, String value, int seen) {
        return fields(Map.of(field, value), seen);
    }

    private static String fields(Map<String, String> typed, int seen) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "currency",
                "JPY",
                "sales",
                "0",
                "jobs",
                "2",
                "investment",
                "0",
                "costSaved",
                "0",
                "furtherLicences",
                "0"));
        fields.putAll(typed);
        return fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&seen=" + seen;
    }

    private static HttpResponse<String> post(Visitor visitor, String address, String body) {
        return visitor.send("POST", address, "application/json", body);
    }

    private static String answer(String currency, String sales, int seen) {
        return """
                {"currency":"%s","sales":%s,"jobs":2,"investment":0,"costSaved":0,"source":"Letter of 14 June","seen":%d,
                 "reason":"Mistyped"}
                """.formatted(currency, sales, seen);
    }

    private static void problem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    private static void narrow(Page page) {
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                .isFalse();
    }
}
