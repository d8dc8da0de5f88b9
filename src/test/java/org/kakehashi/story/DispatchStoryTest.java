package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A prefecture asks for an adviser, a manager assigns one, and the prefecture confirms on its own page. */
@HttpTest
class DispatchStoryTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/dispatch/\\S+)");
    private static final String ADVISER = "dispatch-adviser";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Desk desk;

    @Autowired
    Advisers advisers;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private final String host =
            "Prefecture of Toyama " + UUID.randomUUID().toString().substring(0, 8);
    private final String email = "chiji-" + UUID.randomUUID() + "@pref.example.jp";

    @BeforeEach
    void peopleAndAHost() {
        staff.engage("dispatch-registrar", Roles.REGISTRARS);
        staff.engage("dispatch-manager", Roles.MANAGERS);
        staff.engage(ADVISER, Roles.ADVISERS);
        if (!advisers.existsById(ADVISER)) {
            advisers.saveAndFlush(new Adviser(
                    ADVISER,
                    new Adviser.Profile(
                            "Tateyama Rin",
                            "立山 凛",
                            "tateyama@example.jp",
                            Prefecture.of("JP-16"),
                            "Toyama",
                            Set.of(TechnologyField.BIOTECHNOLOGY),
                            Set.of("en", "ja"))));
        }
        organisations.saveAndFlush(new Organisation(
                "dispatch-story",
                UUID.randomUUID().toString(),
                new Organisation.Profile(
                        host,
                        "富山県",
                        OrganisationType.LOCAL_GOVERNMENT,
                        Prefecture.of("JP-16"),
                        null,
                        null,
                        null,
                        new Contact("Takaoka Sho", email, null, "ja"))));
    }

    @Test
    void aPrefectureAsksAManagerAssignsAndThePrefectureConfirms() {
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page registrar = browser.signIn(address, "dispatch-registrar", Staff.PASSWORD);
            registrar.getByText("Who asks for an adviser").click();
            registrar.getByText("Write down that").click();
            registrar.getByLabel("Host, as in the directory").fill("Nowhere");
            registrar
                    .getByLabel("What the host wants the adviser for")
                    .fill("Companies of the bay ask for enzymes from the university.");
            registrar.getByLabel("English").check();
            registrar.getByText("Fields, any where none is ticked").click();
            registrar.getByLabel("Biotechnology").check();
            registrar.getByText("Hand it to a manager").click();
            assertThat(registrar.getByRole(AriaRole.ALERT)).containsText("no organisation with the name \"Nowhere\"");
            Browser.wholePicture(registrar, "dispatch-refused");
            registrar.getByLabel("Host, as in the directory").fill(host);
            assertThat(registrar.getByLabel("Biotechnology")).isChecked();
            registrar.getByText("Hand it to a manager").click();
            assertThat(registrar.getByText("A manager assigns an adviser or declines."))
                    .isVisible();
            String id = registrar.url().replaceAll(".*/", "");

            Page manager = browser.signIn(address, "dispatch-manager", Staff.PASSWORD);
            Tasklist decide = new Tasklist(manager, address)
                    .open(desk.task(id, "Task_DecideDispatch").getId())
                    .claim();
            manager.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Case file"))
                    .click();
            assertThat(manager.locator("#desk-drawer")).containsText("This task belongs to no case");
            manager.locator("#desk-drawer button").click();
            decide.choose("Dispatch an adviser?", "Dispatch an adviser");
            manager.getByLabel("Adviser", new Page.GetByLabelOptions().setExact(true))
                    .click();
            Browser.picture(manager, "dispatch-decide");
            manager.getByText("Tateyama Rin, Toyama, meets 3 of 3 wishes").click();
            decide.complete();
            registrar.reload();
            assertThat(registrar.getByText("The host has a link to its own page"))
                    .isVisible();
            new Tasklist(registrar, address)
                    .open(desk.task(id, "Task_ConfirmDispatch").getId())
                    .claim()
                    .picture("dispatch-confirm");

            Page phone = browser.visit(address + link(), 390);
            assertThat(phone.getByText("立山 凛")).isVisible();
            Browser.wholePicture(phone, "dispatch-host-ja-390");
            phone.getByLabel("いいえ、別のアドバイザーを希望します").check();
            phone.getByText("回答を送る").click();
            assertThat(phone.getByRole(AriaRole.ALERT)).containsText("理由を");
            phone.getByLabel("はい、このアドバイザーの派遣を受け入れます").check();
            phone.getByText("回答を送る").click();
            assertThat(phone.getByText("ありがとうございました")).isVisible();
            Browser.wholePicture(phone, "dispatch-host-confirmed-390");

            registrar.navigate(address + "/dispatches/" + id);
            assertThat(registrar.getByText("Host confirmed")).isVisible();
            assertThat(registrar.getByText("(host, by link)")).isVisible();
            Browser.wholePicture(registrar, "dispatch");
            registrar.navigate(address + "/dispatches");
            Browser.wholePicture(registrar, "dispatches");
            registrar.setViewportSize(390, 844);
            Browser.wholePicture(registrar, "dispatches-390");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("400"));
        }
    }

    @Test
    void aHostThatSaysNoSaysWhyAndItsLinkLeadsNowhereOnceAnotherIsProposed() {
        String id = proposed();
        String link = link();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.open(link).body()).contains("立山 凛", "富山県").doesNotContain(ADVISER);
        assertThat(visitor.submit(link, link + "/answer", "confirmed=false&words=")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.post(link + "/answer", "confirmed=true").statusCode())
                .as("without the page's token")
                .isEqualTo(403);
        assertThat(visitor.submit(link, link + "/answer", "confirmed=false&words=" + encoded("遠すぎます。"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk.open(id)).containsExactly("Task_DecideDispatch");
        assertThat(visitor.open(link).body()).contains("検討中");
        desk.complete(id, "Task_DecideDispatch", Map.of("approved", "true", "adviser", ADVISER));
        assertThat(visitor.open(link).statusCode()).isEqualTo(404);
    }

    @Test
    void anExpiredLinkIsRenewedAndAnInventedOneLeadsNowhere() {
        proposed();
        String link = link();
        transactions.executeWithoutResult(status -> jdbc.sql(
                        "UPDATE dispatch_link SET expires_at = now() - interval '1 day' WHERE expires_at > now()")
                .update());
        Visitor visitor = new Visitor(port);
        assertThat(visitor.open(link).statusCode()).isEqualTo(410);
        assertThat(visitor.submit(link, link + "/answer", "confirmed=true").statusCode())
                .isEqualTo(410);
        assertThat(visitor.submit(link, link + "/renewal", "").statusCode()).isEqualTo(200);
        assertThat(visitor.open(link).statusCode()).as("the old one is gone").isEqualTo(404);
        Awaitility.await().until(() -> !link().equals(link));
        assertThat(visitor.open(link()).statusCode()).isEqualTo(200);
        assertThat(visitor.open("/dispatch/invented").statusCode()).isEqualTo(404);
    }

    @Test
    void aManagersNoIsWrittenToTheHostWithItsReason() {
        String id = requested();
        desk.complete(id, "Task_DecideDispatch", Map.of("approved", "false", "reason", "Nobody is free before April."));
        Awaitility.await().untilAsserted(() -> assertThat(letters())
                .anySatisfy(letter -> assertThat(letter).contains("Nobody is free before April.")));
    }

    private String requested() {
        LocalDate first = LocalDate.now(clock).plusDays(30);
        Dispatch dispatch = dispatches.request(new Dispatches.Request(
                organisations.called(host).id(),
                null,
                Adviser.Kind.PATENT_LICENSING,
                "Enzymes",
                Set.of(),
                Set.of(),
                first,
                first.plusYears(1)));
        return dispatch.id().toString();
    }

    private String proposed() {
        String id = requested();
        desk.complete(id, "Task_DecideDispatch", Map.of("approved", "true", "adviser", ADVISER));
        return id;
    }

    private String link() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !letters().isEmpty());
        Matcher link = LINK.matcher(letters().get(0));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<String> letters() {
        return jdbc.sql("SELECT text FROM mail WHERE recipient = ? ORDER BY written_at DESC")
                .param(email)
                .query(String.class)
                .list();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
