package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.CONFIRM_MATCH;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.PREPARE_SUMMARY;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.RECORD_CONSENT;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Tie;
import org.kakehashi.advisers.Ties;
import org.kakehashi.advisers.Workload;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.CaseTeam;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Reassignments;
import org.kakehashi.negotiation.Reassignments.Outcome;
import org.kakehashi.negotiation.Reassignments.Place;
import org.kakehashi.negotiation.WorkloadBoard;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ProcessTest
class CaseTeamProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    CaseTeam team;

    @Autowired
    CaseAccess access;

    @Autowired
    Absences absences;

    @Autowired
    Advisers advisers;

    @Autowired
    Ties ties;

    @Autowired
    Workload workload;

    @Autowired
    Reassignments reassignments;

    @Autowired
    WorkloadBoard board;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    Journal journal;

    @Autowired
    CurrentUser user;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    String licensorAdviser;
    String licenseeAdviser;
    String other;
    String number;

    @BeforeEach
    void aCaseIsIntroduced() {
        licensorAdviser = engaged("licensor");
        licenseeAdviser = engaged("licensee");
        other = engaged("other");
        number = run(fixture.lampCase(licensorAdviser, licenseeAdviser));
    }

    @Test
    void aDeputyTakesTheTasksAndSeesTheCasesUntilTheAbsenceIsOver() {
        LocalDate today = LocalDate.now(clock);
        assertThat(insightOf(other)).isEqualTo(Insight.OUTLINE);

        away(licensorAdviser, today, today.plusDays(2), other);

        assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo(other);
        assertThat(insightOf(other)).isEqualTo(Insight.TERMS);
        desk.complete(number, CONFIRM_MATCH, Map.of("confirmed", "true"));
        desk.complete(number, PREPARE_SUMMARY, Map.of("summary", "A lamp."));
        assertThat(assignees(RECORD_CONSENT)).containsExactlyInAnyOrder(other, licenseeAdviser);

        EngineTime.pass(Duration.ofDays(3));
        events.publishEvent(new Absence.Changed());

        assertThat(assignees(RECORD_CONSENT)).containsExactlyInAnyOrder(licensorAdviser, licenseeAdviser);
        assertThat(insightOf(other)).isEqualTo(Insight.OUTLINE);
        assertThat(journal.of(number)).extracting(Journal.Entry::event).contains("Task handed over");
    }

    @Test
    void anAbsenceCalledOffGivesTheTasksBack() {
        LocalDate today = LocalDate.now(clock);
        Absence absence = away(licensorAdviser, today, today.plusDays(20), other);

        acting(licensorAdviser, () -> {
            absences.end(licensorAdviser, absence.id());
            return absence;
        });

        assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo(licensorAdviser);
        assertThat(absences.of(licensorAdviser)).isEmpty();
    }

    @Test
    void nobodyStandsInWhoIsAwayTiedOrOnTheOtherSide() {
        LocalDate today = LocalDate.now(clock);
        assertThatThrownBy(() -> away(licensorAdviser, today, today, licenseeAdviser))
                .isInstanceOf(Refusal.class)
                .hasMessage(licenseeAdviser + " stands by the other side of " + number + ": name another deputy.");

        tie(other);
        assertThatThrownBy(() -> away(licensorAdviser, today, today, other))
                .hasMessage(other + " has declared a tie to a party of " + number + ": name another deputy.");

        String absent = engaged("absent");
        away(absent, today.plusDays(1), today.plusDays(9), null);
        assertThatThrownBy(() -> away(licensorAdviser, today, today.plusDays(1), absent))
                .hasMessageContaining("is away from " + today.plusDays(1));
        assertThatThrownBy(() -> away(licensorAdviser, today, today, licensorAdviser))
                .hasMessageContaining("own deputy");
        assertThatThrownBy(() -> acting(
                        other, () -> absences.enter(licensorAdviser, new Absences.Wish(today, today, null, false))))
                .hasMessageContaining("by the adviser or by a manager");
    }

    @Test
    void aColleagueAskedInReadsTheCaseUntilTakenOut() {
        acting(licensorAdviser, () -> {
            team.invite(number, other);
            team.invite(number, other);
            return number;
        });
        assertThat(insightOf(other)).isEqualTo(Insight.TERMS);
        assertThatThrownBy(() -> acting(other, () -> {
                    team.invite(number, engaged("friend"));
                    return number;
                }))
                .hasMessageContaining("and managers say who is asked into it");

        acting(licenseeAdviser, () -> {
            team.remove(number, other);
            return number;
        });
        assertThat(insightOf(other)).isEqualTo(Insight.OUTLINE);
        assertThat(journal.of(number))
                .extracting(Journal.Entry::event)
                .contains("Colleague asked into the case", "Colleague left the case");
    }

    @Test
    void nobodyTiedIsAskedIn() {
        tie(other);
        assertThatThrownBy(() -> acting(licensorAdviser, () -> {
                    team.invite(number, other);
                    return number;
                }))
                .hasMessageContaining("has declared a tie to");
    }

    @Test
    void eachSidesAdviserSeesWhatTheOtherDoes() {
        assertThat(insightOf(licensorAdviser)).isEqualTo(Insight.TERMS);
        assertThat(insightOf(licenseeAdviser)).isEqualTo(Insight.TERMS);
    }

    @Test
    void aReassignedCaseTakesItsTasksItsLoadAndWhatComesLaterAlong() {
        List<Outcome> outcomes = reassign(List.of(new Place(number, Side.LICENSOR)), other, "");

        assertThat(outcomes).containsExactly(new Outcome(number, Side.LICENSOR, null));
        assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo(other);
        assertThat(workload.of(List.of(other, licensorAdviser)))
                .containsEntry(other, 1)
                .doesNotContainKey(licensorAdviser);
        desk.complete(number, CONFIRM_MATCH, Map.of("confirmed", "true"));
        desk.complete(number, PREPARE_SUMMARY, Map.of("summary", "A lamp."));
        assertThat(assignees(RECORD_CONSENT)).containsExactlyInAnyOrder(other, licenseeAdviser);
        assertThat(insightOf(licensorAdviser)).isEqualTo(Insight.OUTLINE);
    }

    @Test
    void oneAdviserOnBothSidesByReassignmentNeedsAReason() {
        Place place = new Place(number, Side.LICENSOR);
        assertThat(reassign(List.of(place), licenseeAdviser, ""))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.refused()).contains("stands by the other side of " + number));

        assertThat(reassign(List.of(place), licenseeAdviser, "Nobody else knows lamps."))
                .containsExactly(new Outcome(number, Side.LICENSOR, null));
        assertThat(cases.of(number).hasOneAdviser()).isTrue();
        assertThat(journal.of(number))
                .extracting(Journal.Entry::event)
                .contains("Same adviser on both sides consented");

        reassign(List.of(place), other, "");
        assertThat(cases.of(number).licenseeAdviser()).isEqualTo(licenseeAdviser);
        assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo(other);
    }

    @Test
    void fiftyCasesMoveAtOnceAndWhatCannotMoveIsToldWithItsReason() {
        String from = engaged("from");
        List<Place> places = new ArrayList<>(IntStream.range(0, 50)
                .mapToObj(i -> new Place(fixture.lampCase(from, licenseeAdviser), Side.LICENSOR))
                .toList());
        places.add(new Place("L-1999-000001", Side.LICENSOR));

        List<Outcome> outcomes = reassign(places, other, "");

        assertThat(outcomes).hasSize(51);
        assertThat(outcomes.subList(0, 50)).allMatch(outcome -> outcome.refused() == null);
        assertThat(outcomes.get(50).refused()).isEqualTo("There is no case L-1999-000001.");
        assertThat(board.cards(from)).isEmpty();
        assertThat(board.cards(other)).hasSize(50);
        assertThat(board.lines(null, null))
                .filteredOn(line -> line.adviser().userId().equals(other))
                .singleElement()
                .satisfies(line -> assertThat(line.cases()).isEqualTo(50));
    }

    private List<Outcome> reassign(List<Place> places, String adviser, String consent) {
        return user.acting(
                "the-manager", Set.of(Roles.MANAGERS), () -> reassignments.reassign(places, adviser, consent));
    }

    private Absence away(String adviser, LocalDate from, LocalDate until, String deputy) {
        return acting(adviser, () -> absences.enter(adviser, new Absences.Wish(from, until, deputy, true)));
    }

    private void tie(String adviser) {
        acting(
                adviser,
                () -> ties.declare(
                        adviser,
                        new Ties.Declaration(
                                cases.of(number).licenseeOrganisation(),
                                Tie.Kind.FAMILY,
                                LocalDate.now(clock).minusDays(3),
                                null,
                                "")));
    }

    private Insight insightOf(String adviser) {
        return acting(adviser, () -> access.into(cases.of(number)));
    }

    private <T> T acting(String adviser, Supplier<T> action) {
        return user.acting(adviser, Set.of(Roles.ADVISERS), action);
    }

    private Stream<String> assignees(String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(element).list().stream()
                .map(Task::getAssignee);
    }

    private String run(String caseNumber) {
        var opened = cases.of(caseNumber);
        processes.startProcessInstanceByKey(
                LicensingCaseProcess.KEY,
                caseNumber,
                Map.of(
                        "caseNumber", caseNumber,
                        "seedNumber", opened.seedNumber(),
                        "needNumber", opened.needNumber()));
        desk.runDueJobs(caseNumber);
        workload.assigned(licensorAdviser, caseNumber);
        return caseNumber;
    }

    private String engaged(String role) {
        String name = role + "-" + UUID.randomUUID();
        advisers.saveAndFlush(new Adviser(
                name,
                new Adviser.Profile(
                        name, null, name + "@example.jp", Prefecture.NAGANO, "Host", Set.of(), Set.of("ja", "en"))));
        return name;
    }
}
