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
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A seed and a need on their way to matching, every task done by its person in Tasklist, in real Chromium. */
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
    Seeds allSeeds;

    @Autowired
    Needs allNeeds;

    @Autowired
    TaskService tasks;

    private final Map<String, Page> windows = new HashMap<>();
    private int step;

    @Test
    void aSeedIsPublishedAndANeedOpenedInTasklist() {
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
            assertThat(allSeeds.numbered(seed).status()).isEqualTo(Seed.Status.PUBLISHED);
            assertThat(allNeeds.numbered(need).status()).isEqualTo(Need.Status.OPEN);
            assertThat(step).isEqualTo(4);
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
