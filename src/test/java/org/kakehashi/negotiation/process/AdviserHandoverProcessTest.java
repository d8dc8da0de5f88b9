package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.advisers.process.AdviserHandoverProcess.Elements.ACCEPT_CASES;
import static org.kakehashi.advisers.process.AdviserHandoverProcess.Elements.PLAN_HANDOVER;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.CONFIRM_MATCH;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Handover;
import org.kakehashi.advisers.Handovers;
import org.kakehashi.advisers.Workload;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class AdviserHandoverProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    Handovers handovers;

    @Autowired
    Advisers advisers;

    @Autowired
    Workload workload;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    CurrentUser user;

    String leaving;
    String other;
    String successor;
    String secondChoice;
    String first;
    String second;

    @BeforeEach
    void twoCasesOfOneWhoLeaves() {
        leaving = engaged("leaving");
        other = engaged("other");
        successor = engaged("successor");
        secondChoice = engaged("second-choice");
        first = run(fixture.lampCase(leaving, other));
        second = run(fixture.lampCase(leaving, other));
    }

    @Test
    void everyCaseFindsASuccessorWhoAcceptsItAndNothingIsLeft() {
        String id = begin();
        assertThat(advisers.findById(leaving).orElseThrow().isActive()).isFalse();
        assertThat(handovers.items(UUID.fromString(id)))
                .extracting(Handover.Item::number)
                .containsExactlyInAnyOrder(first, second);

        assertThatThrownBy(() -> desk.complete(id, PLAN_HANDOVER, changes(other, first)))
                .hasRootCauseMessage(other + " stands by the other side of " + first
                        + ", or has declared a tie to a party: choose somebody else.");
        desk.complete(id, PLAN_HANDOVER, changes(successor, first, second));
        Task asked = desk.task(id, ACCEPT_CASES);
        assertThat(asked.getAssignee()).isEqualTo(successor);
        assertThat(desk.facts(asked).toString()).contains(first, second);

        assertThatThrownBy(() -> desk.complete(asked, Map.of("declined", List.of(second + " LICENSOR"))))
                .hasRootCauseMessage("Say why you cannot take the cases you have ticked: a manager decides on them.");
        desk.complete(asked, Map.of("declined", List.of(second + " LICENSOR"), "reason", "I know the company."));

        assertThat(cases.of(first).licensorAdviser()).isEqualTo(successor);
        assertThat(desk.task(first, CONFIRM_MATCH).getAssignee()).isEqualTo(successor);
        assertThat(cases.of(second).licensorAdviser()).isEqualTo(leaving);
        assertThat(desk.facts(desk.task(id, PLAN_HANDOVER)).toString())
                .contains(second, "I know the company.")
                .doesNotContain(first);

        desk.complete(id, PLAN_HANDOVER, changes(secondChoice, second));
        desk.complete(id, ACCEPT_CASES, Map.of());

        assertThat(cases.of(second).licensorAdviser()).isEqualTo(secondChoice);
        assertThat(handovers.of(UUID.fromString(id)).endedAt()).isNotNull();
        assertThat(tasks.createTaskQuery().taskAssignee(leaving).count()).isZero();
        assertThat(workload.of(Set.of(leaving, successor, secondChoice)))
                .isEqualTo(Map.of(successor, 1, secondChoice, 1));
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
    }

    @Test
    void eachSuccessorIsAskedAndWhoIsSilentIsAnsweredForByAManager() {
        String id = begin();
        desk.complete(
                id, PLAN_HANDOVER, Map.of("changes", List.of(change(successor, first), change(secondChoice, second))));
        assertThat(desk.open(id)).containsExactly(ACCEPT_CASES, ACCEPT_CASES);

        EngineTime.pass(Duration.ofDays(11));
        desk.runDueJobs(id);

        for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(id).list()) {
            assertThat(tasks.getIdentityLinksForTask(task.getId()))
                    .extracting(IdentityLink::getGroupId)
                    .contains(Roles.MANAGERS);
            desk.complete(task, Map.of());
        }
        assertThat(handovers.of(UUID.fromString(id)).endedAt()).isNotNull();
    }

    @Test
    void whoHasNothingInHandLeavesAtOnce() {
        String idle = engaged("idle");
        String id = begin(idle);
        assertThat(handovers.of(UUID.fromString(id)).endedAt()).isNotNull();
    }

    @Test
    void aHandoverBeginsOnceAndByAManager() {
        assertThatThrownBy(() -> user.acting(leaving, Set.of(Roles.ADVISERS), () -> handovers.begin(leaving, "I go.")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Handovers are begun and watched by managers.");
        begin();
        assertThatThrownBy(this::begin).hasMessage("The cases of " + leaving + " are being handed over already.");
    }

    @Test
    void aRepeatedStepChangesNothing() {
        UUID id = UUID.fromString(begin());
        List<Handover.Item> before = handovers.items(id);
        handovers.propose(id);
        handovers.move(id);
        assertThat(handovers.items(id)).isEqualTo(before);
    }

    private String begin() {
        return begin(leaving);
    }

    private String begin(String adviser) {
        String id = user.acting(
                        "the-manager", Set.of(Roles.MANAGERS), () -> handovers.begin(adviser, "The term is over."))
                .id()
                .toString();
        desk.runDueJobs(id);
        return id;
    }

    private static Map<String, ?> changes(String successor, String... numbers) {
        return Map.of(
                "changes",
                List.of(numbers).stream()
                        .map(number -> change(successor, number))
                        .toList());
    }

    private static Map<String, String> change(String successor, String number) {
        return Map.of("item", number + " LICENSOR", "successor", successor);
    }

    private String run(String caseNumber) {
        var opened = cases.of(caseNumber);
        workload.assigned(leaving, caseNumber);
        processes.startProcessInstanceByKey(
                LicensingCaseProcess.KEY,
                caseNumber,
                Map.of(
                        "caseNumber", caseNumber,
                        "seedNumber", opened.seedNumber(),
                        "needNumber", opened.needNumber()));
        desk.runDueJobs(caseNumber);
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
