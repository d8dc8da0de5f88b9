package org.kakehashi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.HttpTest;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.outcomes.AdviserDesk;
import org.kakehashi.outcomes.AdviserDesk.Turn;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.process.DueInquiries;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.shared.Prefecture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An adviser's start page says in the morning what the day brings. */
@HttpTest
class AdviserDayStoryTest {

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
    ConfirmedContract confirmed;

    @Autowired
    Contracts contracts;

    @Autowired
    DueInquiries due;

    @Autowired
    AdviserDesk desk;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    private final String me = "day-" + UUID.randomUUID().toString().substring(0, 8);
    private final String other = me + "-other";
    private String mine;
    private String theirs;
    private Contract contract;
    private Task visit;

    @BeforeEach
    void aDayWithCasesAVisitAMeetingAMatchAndARenewal() {
        engage(me);
        engage(other);
        contract = contracts.of(confirmed.create());
        write("UPDATE contract SET licensee_adviser = ? WHERE number = ?", me, contract.number());
        write("UPDATE licensing_case SET licensee_adviser = ? WHERE number = ?", me, contract.caseNumber());
        Inquiry inquiry = due.open(contract.number(), 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> task(inquiry) != null);
        visit = task(inquiry);
        mine = fixture.lampCase(me, other);
        theirs = fixture.lampCase(me, other);
        cases.waitsFor(mine, Stage.TERMS, Move.LICENSOR);
        cases.waitsFor(theirs, Stage.TERMS, Move.LICENSEE);
        LicensingCase one = cases.of(mine);
        LicensingCase two = cases.of(theirs);
        write(
                "INSERT INTO meeting_plan (case_number, offering, sequence, starts_at, minutes, place)"
                        + " VALUES (?, 1, 1, ?, 60, 'Kobe')",
                mine,
                Timestamp.from(clock.instant().plus(Duration.ofDays(2))));
        write(
                "INSERT INTO transfer (record_number, key, origin, adviser, renewal_due, news, started_at)"
                        + " VALUES (?, ?, 'SEED', ?, ?, false, now()) ON CONFLICT (record_number) DO UPDATE"
                        + " SET adviser = EXCLUDED.adviser, renewal_due = EXCLUDED.renewal_due",
                one.seedNumber(),
                UUID.randomUUID().toString(),
                me,
                LocalDate.now(clock).plusDays(20));
        write(
                "INSERT INTO match (number, seed_number, need_number, score, band, reasons, found_from, found_at, status,"
                        + " version) VALUES (?, ?, ?, 0.9, 'HIGH', '{}', 'LICENSOR', now(), 'PROPOSED', 0)",
                "M-" + me,
                one.seedNumber(),
                two.needNumber());
    }

    private void write(String sql, Object... values) {
        transactions.executeWithoutResult(
                status -> jdbc.sql(sql).params(List.of(values)).update());
    }

    @Test
    void whatWaitsIsSortedByWhoseMoveItIsAndTheResultsStandBesideTheAverage() {
        AdviserDesk.Morning morning = desk.of(me);
        assertThat(morning.cases(Turn.OWN))
                .extracting(AdviserDesk.CaseLine::number)
                .containsExactly(mine);
        assertThat(morning.cases(Turn.OTHER))
                .extracting(AdviserDesk.CaseLine::number)
                .containsExactly(theirs);
        assertThat(desk.of(other).cases(Turn.OWN))
                .extracting(AdviserDesk.CaseLine::number)
                .containsExactly(theirs);
        assertThat(morning.followUps()).extracting(AdviserDesk.TaskLine::id).containsExactly(visit.getId());
        assertThat(morning.days())
                .extracting(AdviserDesk.DayLine::kind)
                .containsExactly(AdviserDesk.Kind.MEETING, AdviserDesk.Kind.RECORD);
        assertThat(morning.results().mineBefore()).isEqualTo(1);
        write("UPDATE licensing_case SET licensee_adviser = ? WHERE number = ?", other, contract.caseNumber());
        assertThat(desk.of(me).results().mineBefore())
                .as("a handover moves tasks, never results")
                .isEqualTo(1);
        tasks.setAssignee(visit.getId(), null);
        tasks.addCandidateUser(visit.getId(), other);
        assertThat(desk.of(other).free().first())
                .extracting(AdviserDesk.TaskLine::id)
                .contains(visit.getId());
        assertThat(desk.of(other).free().first())
                .allSatisfy(task -> assertThat(task.parties()).isNull());
        UUID absence = UUID.randomUUID();
        write(
                "INSERT INTO absence (id, user_id, first_day, last_day, deputy, open_tasks, state)"
                        + " VALUES (?, ?, current_date, current_date + 9, ?, true, 'RUNNING')",
                absence,
                me,
                other);
        write("INSERT INTO absence_task (absence_id, task_id) VALUES (?, ?)", absence, visit.getId());
        tasks.setAssignee(visit.getId(), other);
        assertThat(desk.of(other).tasks())
                .filteredOn(task -> task.id().equals(visit.getId()))
                .extracting(AdviserDesk.TaskLine::heldFor)
                .doesNotContainNull();
        assertThat(morning.results().everybodyBefore()).isGreaterThanOrEqualTo(2);
        assertThat(morning.results().averageBefore()).isNotNegative();
        assertThat(morning.results().asARule()).isEqualTo(12);
    }

    @Test
    void theStartPageLeadsToEachTaskAndFitsAPhone() {
        String page = new Visitor(port).signIn(me).open("/").body();
        assertThat(page)
                .contains(
                        "Your day",
                        "/camunda/app/tasklist/default/#/?task=" + visit.getId(),
                        "/cases/" + mine,
                        "Follow-up visits",
                        "New matches",
                        "Technical meeting",
                        "Where do you want to work?");
        staff.engage("day-manager", Roles.MANAGERS);
        assertThat(new Visitor(port).signIn("day-manager").open("/").body()).doesNotContain("Your day");
        String address = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            Page desktop = browser.signIn(address, me, Staff.PASSWORD);
            Browser.wholePicture(desktop, "adviser-day");
            desktop.setViewportSize(390, 844);
            assertThat((boolean) desktop.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                    .isFalse();
            Browser.wholePicture(desktop, "adviser-day-phone");
            desktop.locator("section[aria-labelledby=visits] a").first().focus();
            desktop.keyboard().press("Enter");
            desktop.getByText("Follow-up visit").first().waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Task task(Inquiry inquiry) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(inquiry.number())
                .taskAssignee(me)
                .singleResult();
    }

    private void engage(String user) {
        staff.engage(user, Roles.ADVISERS);
        advisers.saveAndFlush(new Adviser(
                user,
                new Adviser.Profile(
                        "Day " + user,
                        null,
                        user + "@example.org",
                        Prefecture.NAGANO,
                        "Host",
                        Set.of(),
                        Set.of("ja", "en"))));
    }
}
