package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.RestUser;
import org.kakehashi.Staff;
import org.kakehashi.platform.security.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Text that means to be a script, in every field that somebody fills, as the pages and Tasklist show it. */
@HttpTest
class ScriptInTextStoryTest {

    private static final String SCRIPT =
            "<img src=x onerror=\"window.stolen=1;alert(1)\"><script>window.stolen=1</script>{{7*7}}${7*7}[x](javascript:alert(1))";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Desk desk;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    private final List<String> dialogs = new ArrayList<>();

    @Test
    void textThatMeansToBeAScriptIsTextInTasklistCockpitAndOnOwnPages() {
        staff.engage("script-reader", Roles.ADVISERS, Roles.MANAGERS, Roles.REGISTRARS, Roles.INTEGRATORS);
        String address = "http://localhost:" + port;
        var rest = new RestUser(address, "script-reader");
        String seed = rest.post("/api/v1/seeds", seed(organisation(rest, "UNIVERSITY")))
                .path("number")
                .asText();
        String need = rest.post("/api/v1/needs", need(organisation(rest, "LARGE")))
                .path("number")
                .asText();
        String opened = rest.post("/api/v1/cases", Map.of("seedNumber", seed, "needNumber", need, "note", SCRIPT))
                .path("number")
                .asText();
        await().untilAsserted(() ->
                rest.post("/api/v1/cases/" + opened + "/withdrawal", Map.of("side", "LICENSEE", "reason", SCRIPT)));
        processes.startProcessInstanceByKey(
                "seed-registration", seed, Map.of("seedNumber", seed, "recordAdviser", "script-reader"));
        desk.complete(seed, "Task_CheckRegistration", Map.of("result", "COMPLETE"));

        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(address, "script-reader", Staff.PASSWORD);
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            String task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(seed)
                    .taskDefinitionKey("Task_EvaluateSeed")
                    .singleResult()
                    .getId();
            new Tasklist(page, address).open(task);
            assertThat(page.locator(".fjs-container").first())
                    .containsText(
                            "Seed <img src=x onerror=", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(page.locator(".fjs-container img")).hasCount(0);
            Browser.picture(page, "script-in-tasklist");
            assertHarmless(page);
            for (String own : List.of(
                    "/cases",
                    "/cases/" + opened,
                    "/cases/" + opened + "/documents",
                    "/records/" + seed,
                    "/records/" + need,
                    "/camunda/app/cockpit/default/#/processes")) {
                page.navigate(address + own);
                page.waitForTimeout(700);
                assertHarmless(page);
            }
            page.navigate(address + "/cases/" + opened);
            assertThat(page.getByText("onerror").first()).isVisible();
            Browser.picture(page, "script-in-case-file");
        }
    }

    private static String organisation(RestUser rest, String type) {
        return rest.post(
                        "/api/v1/organisations",
                        Map.of(
                                "name",
                                type + " " + SCRIPT,
                                "type",
                                type,
                                "prefecture",
                                "JP-17",
                                "contact",
                                Map.of("name", SCRIPT, "email", "script@example.org", "language", "en")))
                .path("id")
                .asText();
    }

    private static Map<String, Object> seed(String owner) {
        return Map.of(
                "organisationId",
                owner,
                "language",
                "en",
                "title",
                "Seed " + SCRIPT,
                "outline",
                SCRIPT,
                "effect",
                SCRIPT,
                "applicationNumber",
                "2020-906640",
                "licence",
                Map.of("offered", "YES", "kind", "NON_EXCLUSIVE", "wishes", SCRIPT),
                "start",
                false);
    }

    private static Map<String, Object> need(String company) {
        return Map.of(
                "organisationId",
                company,
                "language",
                "en",
                "title",
                "Need " + SCRIPT,
                "problem",
                SCRIPT,
                "specification",
                SCRIPT,
                "start",
                false);
    }

    private void assertHarmless(Page page) {
        assertThat(page.evaluate("window.stolen")).isNull();
        assertThat(dialogs).isEmpty();
        assertThat((Integer)
                        page.evaluate("document.querySelectorAll('img[onerror], a[href^=\"javascript:\"]').length"))
                .isZero();
    }
}
