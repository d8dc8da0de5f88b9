package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company's question, from the public page to the answer it reads. */
@HttpTest
class ConsultationStoryTest {

    private static final String ADVISER = "question-adviser";
    private static final String ASK = "/consultation";
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/consultation/q/\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Advisers advisers;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    private final String email = "asker-" + UUID.randomUUID() + "@example.jp";

    @BeforeEach
    void anAdviserOfKochi() {
        staff.engage(ADVISER, Roles.ADVISERS);
        staff.engage("question-other", Roles.ADVISERS);
        staff.engage("question-manager", Roles.MANAGERS);
        staff.engage("question-program", Roles.INTEGRATORS);
        staff.engage("other-program", Roles.INTEGRATORS);
        if (!advisers.existsById(ADVISER)) {
            advisers.saveAndFlush(new Adviser(
                    ADVISER,
                    new Adviser.Profile(
                            "Okabayashi Jun",
                            null,
                            "okabayashi@example.jp",
                            Prefecture.of("JP-39"),
                            "Prefecture of Kochi",
                            Set.of(),
                            Set.of("en", "ja"))));
        }
    }

    @Test
    void aCompanyAsksAnAdviserAnswersInTasklistAndTheCompanyReadsIt() {
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.visit(address + ASK + "?lang=en", 1440);
            page.getByLabel("Your question").fill("Who can coat paper so that it keeps water out without plastic?");
            page.getByLabel("Your name").fill("Hamada Yui");
            page.getByLabel("Your company").fill("Niyodo Paper K.K.");
            page.getByLabel("Prefecture").selectOption("JP-39");
            page.getByLabel("Mail address").fill(email);
            Browser.wholePicture(page, "consultation-ask-en");
            page.getByText("Ask", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByText("Please look into your mail")).isVisible();

            page.navigate(address + link());
            Browser.wholePicture(page, "consultation-confirm");
            page.getByText("Send the question off").click();
            assertThat(page.getByText("With an adviser")).isVisible();

            String number = number();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !desk.open(number)
                    .isEmpty());
            Page work = browser.signIn(address, ADVISER, Staff.PASSWORD);
            Tasklist tasklist = new Tasklist(work, address)
                    .open(desk.task(number, "Task_AnswerQuestion").getId());
            Browser.wholePicture(work, "consultation-tasklist");
            tasklist.choose("What becomes of the question", "It is a need: open one");
            Browser.wholePicture(work, "consultation-tasklist-need");
            tasklist.choose("What becomes of the question", "Answer it")
                    .fill("Your words", "Kochi's paper institute holds a patent on such a coating.")
                    .fill("Minutes it took you", "25")
                    .picture("consultation-tasklist-answer")
                    .complete();
            work.navigate(address + "/consultations");
            Browser.wholePicture(work, "consultations");
            work.getByText(number).click();
            Browser.wholePicture(work, "consultation-file");

            page.navigate(address + link());
            assertThat(page.getByText("Kochi's paper institute")).isVisible();
            Browser.wholePicture(page, "consultation-answered");

            Page phone = browser.visit(address + ASK + "?lang=ja", 390);
            phone.locator("button[type=submit]").click();
            assertThat(phone.getByText("お名前を200文字以内でご入力ください。")).isVisible();
            Browser.wholePicture(phone, "consultation-ask-ja-390");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void anAskerIsAskedBackAndRepliesOnceByTheLink() {
        String number = askedByAProgram();
        desk.complete(
                number, "Task_AnswerQuestion", Map.of("decision", "ASK_BACK", "text", "For how long?", "minutes", 5));
        Visitor visitor = visitor();
        String link = link();
        assertThat(visitor.open(link).body()).contains("For how long?", "Waits for your reply");
        assertThat(visitor.submit(link, link + "/reply", "text=").statusCode()).isEqualTo(400);
        assertThat(visitor.submit(link, link + "/reply", "text=Ten+years.").statusCode())
                .isEqualTo(302);
        assertThat(visitor.post(link + "/reply", "text=Again.").statusCode()).isEqualTo(403);
        assertThat(visitor.submit(ASK, link + "/reply", "text=Again.").statusCode())
                .isEqualTo(409);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> desk.open(number)
                .equals(List.of("Task_AnswerQuestion")));
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "organisation, ''", "prefecture, ''", "email, ''", "email, nowhere", "text, short"})
    void whatIsMissingIsSaidAndTheRestIsKept(String field, String value) {
        HttpResponse<String> page = submit(visitor(), Map.of(field, value));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("What you entered is kept.");
        if (!field.equals("organisation")) {
            assertThat(page.body()).contains("Niyodo Paper");
        }
        assertThat(kept()).isZero();
    }

    @Test
    void whoFillsInTheFieldThatNobodySeesIsThankedAndForgotten() {
        assertThat(submit(visitor(), Map.of("website", "http://spam.example")).statusCode())
                .isEqualTo(302);
        assertThat(kept()).isZero();
    }

    @Test
    void oneAddressGetsThreeLettersAtMostBeforeItConfirms() {
        for (int i = 0; i < 3; i++) {
            assertThat(submit(visitor(), Map.of()).statusCode()).isEqualTo(302);
        }
        HttpResponse<String> fourth = submit(visitor(), Map.of());
        assertThat(fourth.statusCode()).isEqualTo(400);
        assertThat(fourth.body()).contains("wait to be confirmed");
    }

    @ParameterizedTest
    @CsvSource({"harmless.pdf, MZ an executable", "run.exe, MZ", "empty.pdf, ''"})
    void aFileThatIsNotWhatItsNameSaysIsRefused(String name, String content) {
        HttpResponse<String> page = visitor().upload(ASK, ASK, name, content, fields(Map.of()), "files");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("A file could not be taken");
        assertThat(kept()).isZero();
    }

    @Test
    void aFileComesAlongForTheAdviserAlone() {
        assertThat(visitor()
                        .upload(ASK, ASK, "wish.txt", "Paper that keeps water out", fields(Map.of()), "files")
                        .statusCode())
                .isEqualTo(302);
        String link = link();
        visitor().submit(link, link + "/confirmation", "");
        String file = "/consultations/" + number() + "/files/1";
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !desk.open(number())
                .isEmpty());
        assertThat(visitor().signIn(ADVISER).open(file).body()).isEqualTo("Paper that keeps water out");
        assertThat(visitor().signIn("question-manager").open(file).statusCode()).isEqualTo(200);
        assertThat(visitor().signIn("question-other").open(file).statusCode()).isEqualTo(403);
        assertThat(visitor().signIn("question-program").open(file).statusCode()).isEqualTo(403);
        assertThat(visitor().open(file).statusCode()).isEqualTo(302);
    }

    @Test
    void aLinkThatHasExpiredIsRenewedToTheSameAddressAndAnInventedOneLeadsNowhere() {
        submit(visitor(), Map.of());
        String link = link();
        EngineTime.pass(Duration.ofDays(31));
        HttpResponse<String> expired = visitor().open(link);
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("Send me a new link");
        assertThat(visitor().submit(link, link + "/renewal", "").body()).contains("Please look into your mail");
        assertThat(link()).isNotEqualTo(link);
        assertThat(visitor().open(link()).statusCode()).isEqualTo(200);
        assertThat(visitor().open("/consultation/q/invented").statusCode()).isEqualTo(404);
    }

    @Test
    void aProgramHandsInAQuestionAndFollowsItWhileNoOtherDoes() {
        String number = askedByAProgram();
        String address = "/api/v1/consultations/" + number;
        assertThat(program("question-program").fetch(address).body()).contains("Waterproof paper?");
        assertThat(program("other-program").fetch(address).statusCode()).isEqualTo(404);
        assertThat(program("question-other").fetch(address).statusCode()).isEqualTo(403);
        assertThat(program(ADVISER).fetch(address).statusCode()).isEqualTo(200);
        assertThat(visitor().fetch(address).statusCode()).isEqualTo(401);
        assertThat(program("question-program").fetch("/api/v1/consultations").body())
                .contains(number);
        assertThat(program("other-program").fetch("/api/v1/consultations").body())
                .doesNotContain(number);
        assertThat(program("question-program")
                        .send("POST", "/api/v1/consultations", "application/json", "{\"asker\": \"A\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void staffWriteDownWhoCalls() {
        Visitor colleague = visitor().signIn("question-other");
        HttpResponse<String> entered = colleague.upload(
                "/consultations",
                "/consultations",
                "",
                "",
                fields(Map.of("email", "", "channel", "PHONE", "language", "ja")),
                "files");
        assertThat(entered.statusCode()).isEqualTo(302);
        String page = entered.headers().firstValue("Location").orElseThrow();
        assertThat(colleague.open(page).body()).contains("Niyodo Paper", "phone");
        assertThat(colleague
                        .upload(
                                "/consultations",
                                "/consultations",
                                "",
                                "",
                                fields(Map.of("channel", "PORTAL")),
                                "files")
                        .statusCode())
                .isEqualTo(400);
    }

    private String askedByAProgram() {
        HttpResponse<String> taken = program("question-program")
                .send("POST", "/api/v1/consultations", "application/json", """
                {"asker": "Hamada Yui", "organisation": "Niyodo Paper", "email": "%s", "prefecture": "JP-39",
                 "language": "en", "question": "Waterproof paper?"}
                """.formatted(email));
        assertThat(taken.statusCode()).isEqualTo(201);
        Matcher number = Pattern.compile("Q-\\d+-\\d+").matcher(taken.body());
        assertThat(number.find()).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !desk.open(number.group())
                .isEmpty());
        return number.group();
    }

    private HttpResponse<String> submit(Visitor visitor, Map<String, String> other) {
        return visitor.upload(ASK, ASK, "", "", fields(other), "files");
    }

    private Map<String, String> fields(Map<String, String> other) {
        var fields = new HashMap<>(Map.of(
                "name", "Hamada Yui",
                "organisation", "Niyodo Paper",
                "prefecture", "JP-39",
                "email", email,
                "lang", "en",
                "text", "Who can coat paper so that it keeps water out?"));
        fields.put("begun", "0");
        fields.putAll(other);
        return fields;
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private Visitor program(String name) {
        return new Visitor(port).asProgramOf(name);
    }

    private String link() {
        Matcher link =
                LINK.matcher(jdbc.sql("SELECT text FROM mail WHERE recipient = ? ORDER BY written_at DESC LIMIT 1")
                        .param(email)
                        .query(String.class)
                        .single());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String number() {
        return jdbc.sql("SELECT number FROM consultation WHERE email = ? ORDER BY number DESC LIMIT 1")
                .param(email)
                .query(String.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM consultation WHERE email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
