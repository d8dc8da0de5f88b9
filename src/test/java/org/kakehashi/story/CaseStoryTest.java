package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One case from the seed to approved terms, every task done by its person in Tasklist, in real Chromium. */
@HttpTest
class CaseStoryTest {

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Advisers advisers;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    NeedFixture needs;

    @Autowired
    NeedHearing hearing;

    @Autowired
    LicensingCases cases;

    @Autowired
    TaskService tasks;

    private final Map<String, Page> windows = new HashMap<>();
    private int step;

    @Test
    void aSeedIsCarriedToApprovedTermsInTasklist() {
        people();
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            String seed = registration
                    .register("story", null, seeds.university(), SeedFixture.solidElectrolyte(List.of(), false), true)
                    .number();
            work(
                    browser,
                    address,
                    seed,
                    "Task_CheckRegistration",
                    "registrar",
                    form -> form.choose("Is the record complete?", "Complete: on to the evaluation"));
            work(browser, address, seed, "Task_EvaluateSeed", "adviser-17", form -> form.fill("Legal status", "4")
                    .fill("Market", "3")
                    .fill("Maturity", "3")
                    .fill("Licensability", "5")
                    .fill("Reasons", "In force, and the owner wants to license.")
                    .choose("Is the seed licensable?", "Licensable: publish it"));

            String need = hearing.receive("story", null, needs.company(), NeedFixture.safeCell(), true)
                    .number();
            work(
                    browser,
                    address,
                    need,
                    "Task_AcknowledgeNeed",
                    "adviser-28",
                    form -> form.pick("Hearing agreed for", day(7)));
            work(
                    browser,
                    address,
                    need,
                    "Task_HearNeed",
                    "adviser-28",
                    form -> form.choose("Decision", "Open: seeds are matched with it"));
            work(
                    browser,
                    address,
                    need,
                    "Task_ReviewShortlist",
                    "adviser-28",
                    form -> form.choose("Decision", "Accept"));

            LicensingCase opened = await().atMost(Duration.ofSeconds(30))
                    .until(() -> cases.openOn(seed), found -> !found.isEmpty())
                    .get(0);
            String number = opened.number();
            work(
                    browser,
                    address,
                    number,
                    "Task_ConfirmMatch",
                    "adviser-17",
                    form -> form.choose("Confirm the match?", "Confirm"));
            work(
                    browser,
                    address,
                    number,
                    "Task_PrepareSummary",
                    "adviser-17",
                    form -> form.fill(
                            "Non-confidential summary", "A sheet of solid electrolyte for cells that cannot leak."));
            bothSides(
                    browser,
                    address,
                    number,
                    "Task_RecordConsent",
                    form -> form.choose("Consents to the introduction?", "Consents"));
            work(
                    browser,
                    address,
                    number,
                    "Task_PrepareNda",
                    "adviser-17",
                    form -> form.fill("Purpose", "Judging the sheet"));
            bothSides(browser, address, number, "Task_RecordNda", form -> form.choose("Signed?", "Signed"));
            work(browser, address, number, "Task_ScreenExport", "legal", form -> form.choose(
                            "What is disclosed", "Published patent content only")
                    .choose("Who receives it", "A recipient in Japan")
                    .choose("On the control list?", "No")
                    .choose("Weapons or a sanctioned party in sight?", "No")
                    .fill("How you found out", "Read the specification."));
            work(browser, address, number, "Task_HoldTechnicalMeeting", "adviser-28", form -> form.pick(
                            "Held on", day(0))
                    .fill("Participants", "Two engineers of each company")
                    .fill("Minutes", "The process is understood.")
                    .choose("Does the licensee want to evaluate first?", "No"));
            work(browser, address, number, "Task_DraftOffer", "adviser-17", form -> form.fill(
                            "Field of use", "Industrial sensors")
                    .fill("Term in years", "10")
                    .fill("Upfront payment (yen)", "1000000")
                    .fill("Running royalty (%)", "3.5")
                    .fill("Yearly minimum (yen)", "300000"));
            work(browser, address, number, "Task_AnswerOffer", "adviser-28", form -> form.choose(
                            "Your side's answer", "Counter it with other terms")
                    .fill("Running royalty (%)", "3.0"));
            work(
                    browser,
                    address,
                    number,
                    "Task_AnswerOffer",
                    "adviser-17",
                    form -> form.choose("Your side's answer", "Accept the offer"));
            work(
                    browser,
                    address,
                    number,
                    "Task_AssessTerms",
                    "legal",
                    form -> form.fill("Market share of both parties", "5"));
            work(
                    browser,
                    address,
                    number,
                    "Task_ApproveTerms",
                    "manager",
                    form -> form.choose("Your decision", "Approve the terms"));
            Page manager = window(browser, address, "manager");
            manager.navigate(address + "/cases/" + number);
            manager.waitForTimeout(1500);
            Browser.picture(manager, "case-file");
            assertThat(cases.of(number).outcome()).isNull();
            assertThat(step).isEqualTo(19);
        }
    }

    private void people() {
        staff.engage("registrar", Roles.REGISTRARS);
        staff.engage("legal", Roles.LEGAL);
        staff.engage("legal2", Roles.LEGAL);
        staff.engage("manager", Roles.MANAGERS);
        for (String prefecture : List.of("17", "28")) {
            staff.engage("adviser-" + prefecture, Roles.ADVISERS);
            advisers.save(new Adviser(
                    "adviser-" + prefecture,
                    new Adviser.Profile(
                            "Adviser " + prefecture,
                            null,
                            "adviser-" + prefecture + "@example.jp",
                            Prefecture.of("JP-" + prefecture),
                            "Prefecture " + prefecture,
                            Set.of(TechnologyField.values()),
                            Set.of("ja", "en"))));
        }
    }

    private void bothSides(Browser browser, String address, String number, String key, Consumer<Tasklist> fill) {
        work(browser, address, number, key, "adviser-17", fill);
        work(browser, address, number, key, "adviser-28", fill);
    }

    /** The person's task, done as the person does it: opened, claimed where it is the group's, filled, completed. */
    private void work(
            Browser browser, String address, String number, String key, String person, Consumer<Tasklist> fill) {
        Task task = await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tasks
                                        .createTaskQuery()
                                        .processInstanceBusinessKey(number)
                                        .taskDefinitionKey(key)
                                        .list()
                                        .stream()
                                        .filter(open -> open.getAssignee() == null
                                                || open.getAssignee().equals(person))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        Tasklist form = new Tasklist(window(browser, address, person), address).open(task.getId());
        if (task.getAssignee() == null) {
            form.claim();
        }
        fill.accept(form);
        form.picture("%02d-%s".formatted(++step, key.substring("Task_".length())));
        form.complete();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
    }

    private Page window(Browser browser, String address, String person) {
        return windows.computeIfAbsent(person, name -> browser.signIn(address, name, Staff.PASSWORD));
    }

    private static String day(int ahead) {
        return LocalDate.now().plusDays(ahead).format(US);
    }
}
