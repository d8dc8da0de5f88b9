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
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.kakehashi.shared.ThreeValued;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One case from seed to contract, every task done by its person in Tasklist, in real Chromium. */
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
    SeedRegistration registration;

    @Autowired
    Organisations organisations;

    @Autowired
    NeedHearing hearing;

    @Autowired
    LicensingCases cases;

    @Autowired
    TaskService tasks;

    private final Map<String, Page> windows = new HashMap<>();
    private int step;

    @Test
    void aSeedBecomesASignedContractInTasklist() {
        people();
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            String seed = registration
                    .register(
                            "story",
                            null,
                            organisation("Miyazaki Timber Institute", OrganisationType.UNIVERSITY, "JP-45"),
                            dryer(),
                            true)
                    .number();
            work(
                    browser,
                    address,
                    seed,
                    "Task_CheckRegistration",
                    "registrar",
                    form -> form.choose("Is the record complete?", "Complete: on to the evaluation"));
            work(browser, address, seed, "Task_EvaluateSeed", "adviser-45", form -> form.fill("Legal status", "4")
                    .fill("Market", "3")
                    .fill("Maturity", "3")
                    .fill("Licensability", "5")
                    .fill("Reasons", "In force, and the owner wants to license.")
                    .choose("Is the seed licensable?", "Licensable: publish it"));

            String need = hearing.receive(
                            "story", null, organisation("Ryukyu Floors", OrganisationType.SME, "JP-47"), timber(), true)
                    .number();
            work(
                    browser,
                    address,
                    need,
                    "Task_AcknowledgeNeed",
                    "adviser-47",
                    form -> form.pick("Hearing agreed for", day(7)));
            work(
                    browser,
                    address,
                    need,
                    "Task_HearNeed",
                    "adviser-47",
                    form -> form.choose("Decision", "Open: seeds are matched with it"));
            work(
                    browser,
                    address,
                    need,
                    "Task_ReviewShortlist",
                    "adviser-47",
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
                    "adviser-45",
                    form -> form.choose("Confirm the match?", "Confirm"));
            work(
                    browser,
                    address,
                    number,
                    "Task_PrepareSummary",
                    "adviser-45",
                    form -> form.fill(
                            "Non-confidential summary", "A kiln that dries cedar boards with half the fuel."));
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
                    "adviser-45",
                    form -> form.fill("Purpose", "Judging the kiln"));
            bothSides(browser, address, number, "Task_RecordNda", form -> form.choose("Signed?", "Signed"));
            work(browser, address, number, "Task_ScreenExport", "legal", form -> form.choose(
                            "What is disclosed", "Published patent content only")
                    .choose("Who receives it", "A recipient in Japan")
                    .choose("On the control list?", "No")
                    .choose("Weapons or a sanctioned party in sight?", "No")
                    .fill("How you found out", "Read the specification."));
            work(browser, address, number, "Task_HoldTechnicalMeeting", "adviser-47", form -> form.pick(
                            "Held on", day(0))
                    .fill("Participants", "Two engineers of each company")
                    .fill("Minutes", "The process is understood.")
                    .choose("Does the licensee want to evaluate first?", "No"));
            work(browser, address, number, "Task_DraftOffer", "adviser-45", form -> form.fill(
                            "Field of use", "Drying of sawn timber")
                    .fill("Term in years", "10")
                    .fill("Upfront payment (yen)", "1000000")
                    .fill("Running royalty (%)", "3.5")
                    .fill("Yearly minimum (yen)", "300000"));
            work(browser, address, number, "Task_AnswerOffer", "adviser-47", form -> form.choose(
                            "Your side's answer", "Counter it with other terms")
                    .fill("Running royalty (%)", "3.0"));
            documentCaseFile(window(browser, address, "adviser-45"), address + "/cases/" + number);
            work(browser, address, number, "Task_AnswerOffer", "adviser-45", form -> {
                form.scrollTo("Your side's answer");
                Browser.documentPicture(form.page(), "tasklist");
                form.choose("Your side's answer", "Counter it with other terms").fill("Running royalty (%)", "3.25");
                assertThat(form.isLocked("Territory")).isTrue();
                form.scrollTo("Net sales of a year you reckon with (yen)")
                        .fill("Net sales of a year you reckon with (yen)", "80000000");
            });
            work(browser, address, number, "Task_AnswerOffer", "adviser-47", form -> form.scrollTo("Your side's answer")
                    .choose("Your side's answer", "Accept the offer"));
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
            work(
                    browser,
                    address,
                    number,
                    "Task_DraftContract",
                    "legal",
                    form -> form.fill("Number of the document", "1"));
            work(
                    browser,
                    address,
                    number,
                    "Task_ReviewDraft",
                    "legal2",
                    form -> form.choose("What becomes of the newest draft?", "Approved for signature"));
            bothSides(browser, address, number, "Task_RecordSignature", form -> form.choose("Signed?", "Signed")
                    .fill("Who signed", "Head of intellectual property"));
            work(
                    browser,
                    address,
                    number,
                    "Task_ReportConclusion",
                    "adviser-47",
                    form -> form.fill("How the contract came about, and what it brings", "Found by the network."));
            work(
                    browser,
                    address,
                    number,
                    "Task_ConfirmConclusion",
                    "manager",
                    form -> form.choose("Does the contract count?", "It counts: the case is concluded"));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.CONCLUDED));
            Page manager = window(browser, address, "manager");
            manager.navigate(address + "/cases/" + number);
            manager.getByText("Ended at").waitFor();
            Browser.picture(manager, "case-file-at-the-end");
        }
    }

    private static SeedContent dryer() {
        return SeedContent.of(
                        "en",
                        new SeedContent.Texts(
                                "Kiln that dries cedar boards by a heat pump and superheated steam",
                                "Cedar boards rest on a moving sledge while a heat pump condenses the steam that leaves the kiln.",
                                "Drying without checks",
                                "Half the fuel of a wood-fired kiln",
                                "Sawmills, flooring",
                                "No boiler needed",
                                ""),
                        SeedContent.Patent.of(
                                "Timber drying kiln",
                                "Miyazaki Timber Institute",
                                "2021-104417",
                                "9911207",
                                List.of("F26B 21/08")))
                .with(SeedContent.LicenceTerms.of(ThreeValued.YES, LicenceKind.NON_EXCLUSIVE)
                        .paidBy(ThreeValued.YES, ThreeValued.YES))
                .with(new SeedContent.Maturity(
                        6,
                        ThreeValued.NO,
                        ThreeValued.NO,
                        ThreeValued.YES,
                        ThreeValued.NOT_SPECIFIED,
                        ThreeValued.YES));
    }

    private static NeedContent timber() {
        return new NeedContent(
                "en",
                "Drying cedar boards without a boiler",
                "Our sawmill must dry cedar boards for flooring; the kiln burns too much fuel and the boards check.",
                "40 cubic metres of cedar a week",
                8_000_000L,
                LocalDate.of(2031, 3, 31),
                List.of("F26B 21/08"),
                LicenceKind.NON_EXCLUSIVE,
                null,
                true);
    }

    private UUID organisation(String name, OrganisationType type, String prefecture) {
        return organisations
                .save(new Organisation(Organisation.Profile.of(name, type, Prefecture.of(prefecture))))
                .id();
    }

    private void people() {
        staff.engage("registrar", Roles.REGISTRARS);
        staff.engage("legal", Roles.LEGAL);
        staff.engage("legal2", Roles.LEGAL);
        staff.engage("manager", Roles.MANAGERS);
        for (String prefecture : List.of("45", "47")) {
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

    private static void documentCaseFile(Page page, String address) {
        page.navigate(address);
        page.locator(".stands-here").first().waitFor();
        Browser.documentPicture(page, "case-file");
        page.getByText("Whole model").first().click();
        Browser.documentPicture(page.locator(".diagram").first(), "model");
    }

    private void bothSides(Browser browser, String address, String number, String key, Consumer<Tasklist> fill) {
        work(browser, address, number, key, "adviser-45", fill);
        work(browser, address, number, key, "adviser-47", fill);
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
