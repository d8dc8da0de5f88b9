package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class WorkloadStoryTest {

    private static final String FROM = "board-matsumoto";
    private static final String TO = "board-shinohara";
    private static final String DEPUTY = "board-yoshida";
    private static final String AWAY = "board-kanazawa";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    Advisers advisers;

    @Autowired
    Absences absences;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    String first;
    String second;
    String third;

    @BeforeEach
    void theBoardHasCases() {
        staff.engage("board-manager", Roles.MANAGERS);
        engage(FROM, "Matsumoto Sora", Prefecture.NAGANO);
        engage(TO, "Shinohara Mei", Prefecture.NAGANO);
        engage(AWAY, "Kanazawa Riku", Prefecture.NAGANO);
        engage(DEPUTY, "Yoshida Kaho", Prefecture.ISHIKAWA);
        first = fixture.lampCase(FROM, AWAY);
        second = fixture.lampCase(FROM, AWAY);
        third = fixture.lampCase(AWAY, FROM);
        cases.waitsFor(second, Stage.TERMS, Move.LICENSEE);
    }

    @Test
    void onlyManagersGiveCasesToOthers() throws Exception {
        assertThat(new Visitor(port).open("/workload").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).signIn(FROM).open("/workload").statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port).signIn("board-manager").open("/workload").statusCode())
                .isEqualTo(200);
        assertThat(post("nobody")).isEqualTo(401);
        assertThat(post(FROM)).isEqualTo(403);

        var outcomes = new RestUser("http://localhost:" + port, "board-manager")
                .post(
                        "/api/v1/cases/reassignments",
                        Map.of(
                                "adviser",
                                TO,
                                "places",
                                List.of(
                                        Map.of("caseNumber", first, "side", "LICENSOR"),
                                        Map.of("caseNumber", "L-1999-000001", "side", "LICENSOR"))));
        assertThat(outcomes.get(0).path("refused").isNull()).isTrue();
        assertThat(outcomes.get(1).path("refused").asText()).isEqualTo("There is no case L-1999-000001.");
        assertThat(cases.of(first).licensorAdviser()).isEqualTo(TO);
    }

    @Test
    void withoutScriptsTheFormMovesWhatIsTicked() {
        Visitor manager = new Visitor(port).signIn("board-manager");
        String board = "/workload?adviser=" + FROM;
        assertThat(manager.open(board).body()).contains(first, second, third, "Terms", "Shinohara Mei");

        HttpResponse<String> answer = manager.submit(
                board,
                "/workload",
                "adviser=" + FROM + "&to=" + TO + "&place=" + encoded(first + " LICENSOR") + "&place="
                        + encoded(third + " LICENSEE"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(manager.open(board).body())
                .contains("2 cases are with Shinohara Mei now.", second)
                .doesNotContain(first, third);
        assertThat(cases.of(third).licenseeAdviser()).isEqualTo(TO);

        manager.submit(
                board, "/workload", "adviser=" + FROM + "&to=" + AWAY + "&place=" + encoded(second + " LICENSOR"));
        assertThat(manager.open(board).body()).contains("stands by the other side of " + second);
    }

    @Test
    void aColleagueIsAskedIntoTheCaseFromItsFile() {
        Visitor adviser = new Visitor(port).signIn(FROM);
        adviser.submit("/cases/" + first, "/cases/" + first + "/members", "colleague=" + TO);
        assertThat(adviser.open("/cases/" + first).body()).contains("Colleagues in the case", "Take " + TO);
        assertThat(new Visitor(port).signIn(TO).open("/cases/" + first).body()).contains("Terms by round");

        adviser.submit("/cases/" + first, "/cases/" + first + "/members/" + TO + "/removal", "");
        assertThat(new Visitor(port).signIn(TO).open("/cases/" + first).body()).doesNotContain("Terms by round");
    }

    @Test
    void casesAreMovedByDraggingAndByKeyboard() {
        LocalDate today = LocalDate.now(clock);
        if (absences.of(AWAY).isEmpty()) {
            user.acting(
                    AWAY,
                    Set.of(Roles.ADVISERS),
                    () -> absences.enter(AWAY, new Absences.Wish(today, today.plusDays(9), DEPUTY, false)));
        }
        String address = "http://localhost:" + port + "/workload?region=KANTO&adviser=" + FROM;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("http://localhost:" + port, "board-manager", Staff.PASSWORD);
            page.navigate("http://localhost:" + port + "/workload?prefecture=JP-20");
            Browser.wholePicture(page, "workload-overview");
            page.navigate(address);
            Browser.wholePicture(page, "workload-board");
            page.locator("tr[draggable]", new Page.LocatorOptions().setHasText(first))
                    .dragTo(page.locator("tr[data-user=" + TO + "]"));
            page.getByText("1 case is with Shinohara Mei now.").waitFor();

            page.locator("input[value='" + second + " LICENSOR']").focus();
            page.keyboard().press("Space");
            page.locator("#to").selectOption(TO);
            page.locator("#to").press("Enter");
            page.locator("#reassign button").first().press("Enter");
            page.getByText("1 case is with Shinohara Mei now.").waitFor();
            assertThat(cases.of(second).licensorAdviser()).isEqualTo(TO);

            page.setViewportSize(390, 844);
            page.navigate(address);
            Browser.wholePicture(page, "workload-phone");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            page.setViewportSize(1440, 900);
            page.navigate("http://localhost:" + port + "/cases/" + second);
            Browser.wholePicture(page, "case-team");
            assertThat(page.locator(".timeline").innerText())
                    .contains("Adviser of the licensor assigned", TO + " Person");
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(cases.of(first).licensorAdviser()).isEqualTo(TO);
    }

    @Test
    void anAdviserEntersAnAbsenceAndATieOnTheOwnPage() {
        String name = "board-own-" + UUID.randomUUID();
        engage(name, "Ogawa Hina", Prefecture.TOYAMA);
        String own = "/advisers/" + name;
        LocalDate today = LocalDate.now(clock);
        Visitor adviser = new Visitor(port).signIn(name);

        assertThat(adviser.submit(
                                own,
                                own + "/absences",
                                "firstDay=" + today + "&lastDay=" + today.plusDays(3) + "&deputy=" + DEPUTY)
                        .statusCode())
                .isEqualTo(302);
        assertThat(adviser.open(own).body()).contains(today + " to " + today.plusDays(3), "deputy Yoshida Kaho");
        assertThat(adviser.submit(own, own + "/absences", "firstDay=" + today + "&lastDay=" + today)
                        .body())
                .contains("is away from " + today);
        assertThat(adviser.submit(own, own + "/ties", "organisation=Nobody+Ltd&kind=FAMILY&since=2020-01-01")
                        .body())
                .contains("no organisation with the name");
        assertThat(adviser.open("/advisers?prefecture=JP-16&text=ogawa").body())
                .contains("Ogawa Hina", "away until " + "<span>" + today.plusDays(3));

        Visitor colleague = new Visitor(port).signIn(TO);
        assertThat(colleague.open(own).body()).contains("Ogawa Hina").doesNotContain("Ties to organisations");
        assertThat(colleague
                        .submit("/advisers/" + TO, own + "/absences", "firstDay=" + today + "&lastDay=" + today)
                        .statusCode())
                .isEqualTo(403);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("http://localhost:" + port, "board-manager", Staff.PASSWORD);
            page.navigate("http://localhost:" + port + own);
            Browser.wholePicture(page, "adviser");
            page.navigate("http://localhost:" + port + "/advisers");
            Browser.wholePicture(page, "advisers");
            page.setViewportSize(390, 844);
            Browser.wholePicture(page, "advisers-phone");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            page.navigate("http://localhost:" + port + own);
            Browser.wholePicture(page, "adviser-phone");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            page.setViewportSize(1440, 900);
            page.navigate("http://localhost:" + port + own);
            page.locator("#reason").fill("The term at the host ends.");
            page.getByText("Begin handover").click();
            page.getByText("no longer active").waitFor();
        }
    }

    private int post(String person) throws IOException, InterruptedException {
        String login =
                Base64.getEncoder().encodeToString((person + ":" + Staff.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/cases/reassignments"))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private void engage(String name, String called, Prefecture prefecture) {
        staff.engage(name, Roles.ADVISERS);
        if (!advisers.existsById(name)) {
            advisers.saveAndFlush(new Adviser(
                    name,
                    new Adviser.Profile(
                            called, null, name + "@example.jp", prefecture, "Host", Set.of(), Set.of("ja", "en"))));
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
