package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class TasklistStoryTest {

    private static final String ADVISER = "tasklist-adviser";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    SeedFixture seeds;

    @Autowired
    RuntimeService processes;

    @Autowired
    Desk desk;

    private String later;
    private String sooner;

    private void twoSeedsToEvaluate(String adviser) {
        staff.engage(adviser, Roles.ADVISERS);
        sooner = seedToEvaluate(adviser);
        EngineTime.pass(Duration.ofDays(3));
        later = seedToEvaluate(adviser);
    }

    @Test
    void tasklistShowsWhatIsDueFirstKeepsDraftsAndOpensTheFileBesideTheForm() {
        twoSeedsToEvaluate(ADVISER);
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, ADVISER, Staff.PASSWORD);
            page.navigate(address + "/camunda/app/tasklist/");
            Locator cards = page.locator("li.task");
            assertThat(cards).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            assertThat(cards.first()).containsText(sooner);
            assertThat(cards.first()).containsText("Seed evaluation");
            assertThat(cards.last()).containsText(later);
            assertThat(page.getByText("Start page")).isVisible();
            assertThat(page.locator(".desk-count").first()).isVisible();

            cards.first().click();
            market(page).fill("4");
            assertThat(page.locator(".form-actions button[ng-click^='save']")).isEnabled();
            cards.last().click();
            assertThat(market(page)).hasValue("");
            cards.first().click();
            assertThat(market(page)).hasValue("4");
            Browser.picture(page, "tasklist");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Case file"))
                    .click();
            assertThat(page.frameLocator("#desk-drawer iframe").getByText("What it offers"))
                    .isVisible();
            Browser.picture(page, "tasklist-case-file");
            assertThat(browser.complaints()).isEmpty();
            page.navigate(address + "/camunda/app/cockpit/");
            assertThat(page.getByText("This is not open to you")).isVisible();
        }
    }

    @Test
    void theLateWordThatATaskIsGoneLeavesTheNextOneAlone() {
        twoSeedsToEvaluate("tasklist-busy-adviser");
        String gone = desk.task(sooner, "Task_EvaluateSeed").getId();
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "tasklist-busy-adviser", Staff.PASSWORD);
            Tasklist tasklist = new Tasklist(page, address).open(gone);
            processes.deleteProcessInstance(
                    desk.task(sooner, "Task_EvaluateSeed").getProcessInstanceId(), "The patent is lost.");
            AtomicReference<Route> asking = new AtomicReference<>();
            page.route("**/task/" + gone, asking::set);
            page.waitForCondition(() -> asking.get() != null);

            tasklist.open(desk.task(later, "Task_EvaluateSeed").getId());
            market(page).fill("4");
            assertThat(page.waitForResponse(
                                    "**/task/" + gone, () -> asking.get().resume())
                            .status())
                    .isEqualTo(404);
            page.waitForTimeout(500);
            assertThat(page.locator(".form-actions button[ng-click^='complete']"))
                    .isEnabled();
            assertThat(market(page)).hasValue("4");
        }
    }

    private static Locator market(Page page) {
        return page.getByLabel("Market");
    }

    private String seedToEvaluate(String adviser) {
        String seed = seeds.registered();
        processes.startProcessInstanceByKey(
                "seed-registration", seed, Map.of("seedNumber", seed, "recordAdviser", adviser));
        desk.complete(seed, "Task_CheckRegistration", Map.of("result", "COMPLETE"));
        return seed;
    }
}
