package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.MeetingPlan;
import org.kakehashi.negotiation.MeetingPlans;
import org.kakehashi.negotiation.MeetingSlot;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.parties.Mailbox;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.BusinessCalendar;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class PartyMeetingStoryTest {

    private static final String ADVISER = CaseFixture.LICENSEE_ADVISER;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    CaseFixture fixture;

    @Autowired
    Staff staff;

    @Autowired
    Advisers advisers;

    @Autowired
    MeetingPlans plans;

    @Autowired
    Negotiations negotiations;

    @Autowired
    LicensingCases cases;

    @Autowired
    RuntimeService processes;

    @Autowired
    Desk desk;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Clock clock;

    final String adviserMail = "adviser-" + UUID.randomUUID() + "@example.org";
    String number;
    String licensorMail;
    String licenseeMail;
    LocalDate day;

    @BeforeEach
    void theCaseWaitsForItsTechnicalMeeting() {
        staff.engage(ADVISER, Roles.ADVISERS);
        Adviser.Profile profile = new Adviser.Profile(
                "Sato Aoi",
                "佐藤 葵",
                adviserMail,
                Prefecture.HYOGO,
                "Hyogo prefecture",
                Set.of(TechnologyField.values()[0]),
                Set.of("ja", "en"));
        Adviser adviser = advisers.findById(ADVISER).orElseGet(() -> new Adviser(ADVISER, profile));
        adviser.update(profile);
        advisers.save(adviser);
        LicensingCase licensingCase = fixture.open();
        number = licensingCase.number();
        licensorMail = mailbox.contact(number, Side.LICENSOR, "Mary Example", "en");
        licenseeMail = mailbox.contact(number, Side.LICENSEE, "西沢 理恵", "ja");
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("caseNumber", number);
        variables.put("licensorAdviser", licensingCase.licensorAdviser());
        variables.put("licenseeAdviser", licensingCase.licenseeAdviser());
        processes.startProcessInstanceByKey("confidentiality", number, variables);
        desk.complete(
                number, "Task_PrepareNda", Map.of("purpose", "To judge the coating.", "months", 12, "tailMonths", 36));
        for (Side side : Side.values()) {
            negotiations.answer(new PartyAnswer.Given(number, Occasion.NDA, 1, side, true, null, ""));
        }
        desk.complete(
                number,
                "Task_ScreenExport",
                Map.of(
                        "disclosure",
                        "KNOW_HOW",
                        "recipient",
                        "DOMESTIC",
                        "listed",
                        "false",
                        "concern",
                        "false",
                        "note",
                        "-"));
        day = BusinessCalendar.plusBusinessDays(LocalDate.now(clock), 3);
    }

    @Test
    void theFirstTimeThatSuitsBothIsFixedAndEveryoneGetsItForTheCalendar() {
        Visitor adviser = new Visitor(port).signIn(ADVISER);
        assertThat(offer(adviser).statusCode()).isEqualTo(302);
        String licensor = meetingLink(licensorMail, "times are offered");
        String licensee = meetingLink(licenseeMail, "日程候補");
        assertThat(new Visitor(port).open(licensee).body()).contains("技術面談の日程候補", day + " (", "14:00", "Room 3");

        assertThat(choose(licensor, "offering=1&slots=2&slots=3").statusCode()).isEqualTo(302);
        assertThat(plan().fixed()).isNull();
        assertThat(choose(licensee, "offering=1&slots=3&slots=2").statusCode()).isEqualTo(302);
        assertThat(choose(licensee, "offering=1&slots=3&slots=2").statusCode()).isEqualTo(302);
        MeetingSlot fixed = plan().fixed();
        assertThat(fixed).isNotNull();
        assertThat(fixed.startsAt())
                .isEqualTo(day.atTime(14, 0).atZone(clock.getZone()).toInstant());
        assertThat(fixed.place()).isEqualTo("Room 3");

        for (String reader : List.of(licensorMail, licenseeMail, adviserMail)) {
            ICalendar calendar = invitation(reader, 1);
            assertThat(calendar.getMethod().isRequest()).isTrue();
            var event = calendar.getEvents().get(0);
            assertThat(event.getUid().getValue()).isEqualTo("technical-meeting-" + number + "@kakehashi");
            assertThat(event.getSequence().getValue()).isZero();
            assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(fixed.startsAt());
            assertThat(event.getAttendees()).singleElement().matches(guest -> guest.getEmail()
                    .equals(reader));
        }
        await().atMost(PATIENCE).until(() -> desk.facts(desk.task(number, "Task_HoldTechnicalMeeting"))
                .prop("meeting")
                .stringValue()
                .contains("14:00, 90 minutes, Room 3"));
        assertThat(new Visitor(port).open(licensor).body())
                .contains("The technical meeting is fixed")
                .doesNotContain("These times suit us");
        assertThat(choose(licensor, "offering=1&slots=3").statusCode()).isEqualTo(409);
    }

    @Test
    void aChangedTimeIsTheSameEventWithAHigherSequenceAndACaseThatEndsCallsItOff() {
        Visitor adviser = new Visitor(port).signIn(ADVISER);
        offer(adviser);
        fix(1, 1);
        invitation(licensorMail, 1);

        offer(adviser);
        assertThat(plan().fixed()).isNotNull();
        fix(2, 3);
        ICalendar changed = invitation(licensorMail, 2);
        assertThat(changed.getEvents().get(0).getSequence().getValue()).isEqualTo(1);
        assertThat(changed.getEvents().get(0).getUid().getValue()).contains(number);

        cases.end(number, OutcomeCode.WITHDRAWN, "We sold the patent.");
        ICalendar cancelled = invitation(licensorMail, 3);
        assertThat(cancelled.getMethod().isCancel()).isTrue();
        assertThat(cancelled.getEvents().get(0).getSequence().getValue()).isEqualTo(2);
        assertThat(plan().fixed()).isNull();
    }

    @Test
    void aSideThatNoTimeSuitsSaysWhenAndLateChoicesMeetTheNewTimes() {
        Visitor adviser = new Visitor(port).signIn(ADVISER);
        offer(adviser);
        String licensee = meetingLink(licenseeMail, "日程候補");
        Visitor company = new Visitor(port);
        assertThat(company.submit(licensee, licensee + "/meeting/others", "offering=1&wish=")
                        .statusCode())
                .isEqualTo(400);
        assertThat(company.submit(licensee, licensee + "/meeting/others", "offering=1&wish=Any+Friday")
                        .statusCode())
                .isEqualTo(302);
        assertThat(adviser.open("/cases/" + number + "/meeting").body()).contains("asks for other times", "Any Friday");

        offer(adviser);
        HttpResponse<String> late = choose(licensee, "offering=1&slots=1");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("候補の日時が変更されました");
        assertThat(choose(licensee, "offering=2").body()).contains("候補の日時から選んでください");
        assertThat(choose(licensee, "offering=2&slots=9").statusCode()).isEqualTo(400);
    }

    @Test
    void bothSidesChoosingAtTheSameSecondFixTheTimeOnce() {
        offer(new Visitor(port).signIn(ADVISER));
        String licensor = meetingLink(licensorMail, "times are offered");
        String licensee = meetingLink(licenseeMail, "日程候補");
        var one = CompletableFuture.supplyAsync(() -> choose(licensor, "offering=1&slots=1"));
        var two = CompletableFuture.supplyAsync(() -> choose(licensee, "offering=1&slots=1"));
        assertThat(List.of(one.join().statusCode(), two.join().statusCode())).containsExactly(302, 302);
        assertThat(plan().fixed()).isNotNull();
        assertThat(invitation(licensorMail, 1).getEvents().get(0).getSequence().getValue())
                .isZero();
    }

    @Test
    void aTimeInThePastIsRefusedAndAWeekendAskedAbout() {
        Visitor adviser = new Visitor(port).signIn(ADVISER);
        HttpResponse<String> past =
                adviser.submit(address(), address(), "startsAt=2020-01-06T10:00&minutes=60&place=Room+3");
        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(past.body()).contains("it lies in the past", "2020-01-06T10:00", "Room 3");

        LocalDate sunday = day.plusDays(7 - day.getDayOfWeek().getValue());
        String weekend = "startsAt=" + sunday + "T10:00&minutes=60&place=Room+3";
        assertThat(adviser.submit(address(), address(), weekend).body()).contains("falls on a weekend or a holiday");
        assertThat(plans.of(number)).isEmpty();
        assertThat(adviser.submit(address(), address(), weekend + "&anyway=true")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void theTimesAreLookedAtInTheBrowser() {
        try (Browser browser = Browser.open()) {
            Page desk = browser.signIn("http://localhost:" + port, ADVISER, Staff.PASSWORD);
            desk.navigate("http://localhost:" + port + address());
            desk.locator("#startsAt1").fill(day + "T14:00");
            desk.locator("#place1").fill("Kobe, Sannomiya, room 3");
            desk.locator("#startsAt2").fill(day.plusDays(7 - day.getDayOfWeek().getValue()) + "T10:00");
            desk.locator("#place2").fill("https://meet.example.org/lamp");
            desk.getByText("Offer these times").click();
            Browser.wholePicture(desk, "meeting-desk-weekend");
            desk.getByText("Offer it all the same").click();
            desk.getByText("Offer these times").click();
            desk.getByText("Times offered").waitFor();
            Browser.wholePicture(desk, "meeting-desk");

            Page phone = browser.visit("http://localhost:" + port + meetingLink(licenseeMail, "日程候補"), 390);
            phone.locator("input[name=slots]").first().check();
            Browser.wholePicture(phone, "party-meeting-phone-japanese");
            assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            phone.getByText("選んだ日時で回答する").click();
            phone.getByText("ご回答済みです").waitFor();

            Page desktop =
                    browser.visit("http://localhost:" + port + meetingLink(licensorMail, "times are offered"), 1280);
            desktop.locator("input[name=slots]").first().check();
            desktop.getByText("These times suit us").click();
            desktop.getByText("The technical meeting is fixed").waitFor();
            Browser.wholePicture(desktop, "party-meeting-desktop-english");
        }
        assertThat(plan().fixed()).isNotNull();
    }

    private String address() {
        return "/cases/" + number + "/meeting";
    }

    private HttpResponse<String> offer(Visitor adviser) {
        String times = List.of("10:00", "14:00", "16:00").stream()
                .map(time -> "startsAt=" + day + "T" + time + "&minutes=90&place=" + encoded("Room 3"))
                .reduce((one, other) -> one + "&" + other)
                .orElseThrow();
        return adviser.submit(address(), address(), times);
    }

    private void fix(int offering, int slot) {
        for (Side side : Side.values()) {
            plans.choose(number, side, offering, Set.of(slot));
        }
    }

    private HttpResponse<String> choose(String link, String fields) {
        return new Visitor(port).submit(link, link + "/meeting", fields);
    }

    private MeetingPlan plan() {
        return plans.of(number).orElseThrow();
    }

    private String meetingLink(String reader, String words) {
        await().atMost(PATIENCE)
                .until(() -> mailbox.letters(reader).stream().anyMatch(letter -> letter.contains(words)));
        return mailbox.link(reader);
    }

    private ICalendar invitation(String reader, int count) {
        await().atMost(PATIENCE).until(() -> mailbox.invitations(reader).size() == count);
        return Biweekly.parse(mailbox.invitations(reader).get(0)).first();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
