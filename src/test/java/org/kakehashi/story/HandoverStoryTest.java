package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Workload;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An adviser leaves: a manager plans who takes what over, and each successor answers, in Tasklist. */
@HttpTest
class HandoverStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Advisers advisers;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    Workload workload;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final String leaving = "leaving-" + key;
    private final String taker = "taker-" + key;
    private String first;
    private String second;

    @BeforeEach
    void twoCasesOfOneWhoLeaves() {
        staff.engage("handover-manager", Roles.MANAGERS);
        engage(leaving, "Uozu Haru " + key);
        engage(taker, "Himi Nao " + key);
        engage("other-" + key, "Oyabe Ken " + key);
        first = run(fixture.lampCase(leaving, "other-" + key));
        second = run(fixture.lampCase(leaving, "other-" + key));
    }

    @Test
    void aManagerPlansTheSuccessorDeclinesOneAndNothingIsLeftUnowned() {
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page manager = browser.signIn(address, "handover-manager", Staff.PASSWORD);
            manager.navigate(address + "/advisers/" + leaving);
            manager.getByLabel("Why the cases are handed over").fill("The term at the host ends.");
            manager.getByText("Begin handover").click();
            String id = handover();
            Browser.picture(manager, "handover-begun");

            Tasklist plan = plan(manager, address, id);
            assertThat(manager.getByText("Uozu Haru " + key + ", Nagano, leaves"))
                    .isVisible();
            Browser.picture(manager, "handover-plan");
            give(manager, 0, first);
            give(manager, 1, second);
            Browser.picture(manager, "handover-plan-changed");
            plan.complete();

            Page successor = browser.signIn(address, taker, Staff.PASSWORD);
            Tasklist accept = new Tasklist(successor, address).open(task(id, "Task_AcceptCases"));
            assertThat(successor.locator(".fjs-container")).containsText(first);
            successor
                    .locator("label", new Page.LocatorOptions().setHasText(second))
                    .first()
                    .click();
            accept.fill("Why not", "I know the company too well.");
            Browser.picture(successor, "handover-accept");
            accept.complete();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> taker.equals(cases.of(first).licensorAdviser()));
            assertThat(cases.of(second).licensorAdviser()).isEqualTo(leaving);

            Tasklist again = plan(manager, address, id);
            assertThat(manager.getByText("I know the company too well.")).isVisible();
            Browser.picture(manager, "handover-plan-again");
            assertThat(manager.locator(".fjs-container")).not().containsText(first);
            again.picture("handover-plan-again");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Adds a line to the list of changes and chooses case and successor in it, by typing as people do. */
    private void give(Page page, int line, String number) {
        page.locator(".fjs-repeat-render-add").first().click();
        choose(page, "Case or record", line, number);
        choose(page, "Successor", line, "Himi Nao " + key);
    }

    private static void choose(Page page, String label, int line, String option) {
        Locator field = page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .nth(line);
        field.locator("input").first().click();
        field.locator("input").first().fill(option);
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    private Tasklist plan(Page page, String address, String id) {
        Tasklist plan = new Tasklist(page, address).open(task(id, "Task_PlanHandover"));
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.locator(".fjs-repeat-render-add").first()).isEnabled();
        return plan;
    }

    private String task(String id, String definitionKey) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(id)
                                .taskDefinitionKey(definitionKey)
                                .list(),
                        found -> found.size() == 1)
                .stream()
                .map(Task::getId)
                .findFirst()
                .orElseThrow();
    }

    private String handover() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.sql("SELECT id::text FROM handover WHERE user_id = ?")
                                .param(leaving)
                                .query(String.class)
                                .list(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private String run(String number) {
        var opened = cases.of(number);
        workload.assigned(leaving, number);
        processes.startProcessInstanceByKey(
                "licensing-case",
                number,
                Map.of("caseNumber", number, "seedNumber", opened.seedNumber(), "needNumber", opened.needNumber()));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .count()
                        > 0);
        return number;
    }

    private void engage(String user, String name) {
        staff.engage(user, Roles.ADVISERS);
        advisers.saveAndFlush(new Adviser(
                user,
                new Adviser.Profile(
                        name, null, user + "@example.jp", Prefecture.NAGANO, "Host", Set.of(), Set.of("ja", "en"))));
    }
}
