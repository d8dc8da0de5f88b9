package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class ActivityStoryTest {

    private static final String DONE =
            "kind=VISIT&day=%s&minutes=90&prefecture=ISHIKAWA&number=&participants=&text=Looked+at+the+pumps";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Advisers advisers;

    private String adviser;

    @BeforeEach
    void anAdviserAndAManager() {
        adviser = "active-" + UUID.randomUUID().toString().substring(0, 8);
        staff.engage(adviser, Roles.ADVISERS);
        staff.engage("active-other", Roles.ADVISERS);
        staff.engage("active-manager", Roles.MANAGERS);
        advisers.saveAndFlush(new Adviser(
                adviser,
                new Adviser.Profile(
                        adviser, null, adviser + "@example.jp", Prefecture.ISHIKAWA, "Host", Set.of(), Set.of("ja"))));
    }

    @Test
    void anAdviserRecordsAVisitCorrectsItAndAManagerSeesBoth() {
        try (Browser browser = Browser.open()) {
            String address = "http://localhost:" + port;
            Page page = browser.signIn(address, adviser, Staff.PASSWORD);
            page.navigate(address + "/activities");
            page.getByText("Record what you did").click();
            page.getByLabel("Minutes").fill("90");
            page.getByLabel("Prefecture").selectOption("ISHIKAWA");
            page.getByLabel("What was done").fill("Looked at the pumps with two engineers.");
            Browser.wholePicture(page, "activity-record");
            button(page, "Record it");
            assertThat(page.locator("tbody")).containsText("Looked at the pumps");
            Browser.wholePicture(page, "activities");

            page.locator("tbody a").click();
            page.getByText("Correct it").click();
            page.getByLabel("Minutes").fill("120");
            page.getByLabel("Why it changes").fill("The way back was forgotten.");
            button(page, "Keep the correction");
            assertThat(page.locator("main")).containsText("Version 2");
            assertThat(page.locator("main")).containsText("The way back was forgotten.");
            page.setViewportSize(390, 844);
            Browser.wholePicture(page, "activity-390");
        }
        assertThat(new Visitor(port)
                        .signIn("active-manager")
                        .open("/activities?adviser=" + adviser)
                        .body())
                .contains("Looked at the pumps", "120", "Close a month");
        assertThat(new Visitor(port)
                        .signIn("active-other")
                        .open("/activities?adviser=" + adviser)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minutes=90  | minutes=0    | Minutes must be at least 1.",
                "minutes=90  | minutes=long | Minutes is not valid.",
                "day=%s      | day=2999-01-01 | has not come yet",
                "kind=VISIT  | kind=COURSE  | Give the participants of a course",
                "number=     | number=12    | 12"
            })
    void whatCannotBeIsSaidAndTheRestIsKept(String right, String wrong, String sentence) {
        String fields = DONE.replace(right.strip(), wrong).formatted(LocalDate.now());
        HttpResponse<String> answer = new Visitor(port).signIn(adviser).submit("/activities", "/activities", fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence, "What you entered is kept.", "Looked at the pumps");
    }

    @Test
    void aMonthIsClosedByAManagerOnceItIsOver() {
        Visitor manager = new Visitor(port).signIn("active-manager");
        String month = LocalDate.now().toString().substring(0, 7);
        HttpResponse<String> early = manager.submit("/activities", "/activities/months", "month=" + month);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("is not over");
        assertThat(manager.submit("/activities", "/activities/months", "month=1999-01")
                        .statusCode())
                .isEqualTo(302);
        assertThat(new Visitor(port)
                        .signIn(adviser)
                        .submit("/activities", "/activities/months", "month=1999-02")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> late =
                new Visitor(port).signIn(adviser).submit("/activities", "/activities", DONE.formatted("1999-01-05"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("1999-01 is closed", "Looked at the pumps");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
