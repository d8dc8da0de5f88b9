package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kakehashi.negotiation.process.TermsDesk.LICENSEE_ADVISER;
import static org.kakehashi.negotiation.process.TermsDesk.LICENSOR_ADVISER;
import static org.kakehashi.negotiation.process.TermsDesk.as;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.Staff;
import org.kakehashi.negotiation.Approval;
import org.kakehashi.negotiation.Approvals;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.OfferAnswers;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.negotiation.TermsFixture;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class ApprovalProcessTest {

    private static final Terms ONE = TermsFixture.nonExclusive();
    private static final Terms TWO = TermsFixture.with(LicenceKind.EXCLUSIVE, "1000000", "3", "0");
    private static final Terms THREE = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "50000000", "3", "0");
    private static final Map<String, String> YES = Map.of("approved", "true");
    private static final Map<String, String> NO = Map.of("approved", "false", "comment", "Raise the minimum.");

    @Autowired
    Desk desk;

    @Autowired
    TermsDesk terms;

    @Autowired
    TermSheets sheets;

    @Autowired
    Approvals approvals;

    @Autowired
    OfferAnswers answers;

    @Autowired
    LicensingCases cases;

    @Autowired
    Journal journal;

    @Autowired
    TaskService tasks;

    @Autowired
    DecisionService decisions;

    @Autowired
    IdentityService identities;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneManagerApprovesAPlainLicence() {
        String number = terms.agreed(ONE);
        assertThat(terms.approvals(number)).hasSize(1);
        assertThat(cases.of(number).stage()).isEqualTo(Stage.APPROVAL);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.PROGRAMME);
        terms.approve("terms-mori", number, YES);
        assertThat(terms.isRunning(number)).isFalse();
        assertThat(cases.of(number).isOpen()).isTrue();
        assertThat(approvals.of(number)).extracting(Approval::approver).containsExactly("terms-mori");
    }

    @Test
    void twoManagersApproveAnExclusiveLicence() {
        String number = terms.agreed(TWO);
        assertThat(terms.approvals(number)).hasSize(2);
        terms.approve("terms-mori", number, YES);
        assertThat(terms.approvals(number)).hasSize(1);
        terms.approve("terms-hayashi", number, YES);
        assertThat(terms.isRunning(number)).isFalse();
    }

    @Test
    void threeManagersApproveAGreatAmount() {
        String number = terms.agreed(THREE);
        assertThat(terms.approvals(number)).hasSize(3);
        terms.approve("terms-mori", number, YES);
        terms.approve("terms-hayashi", number, YES);
        terms.approve("terms-inoue", number, YES);
        assertThat(terms.isRunning(number)).isFalse();
    }

    @Test
    void theFormShowsWhatIsGuaranteedWhyAndWhoHasDecided() {
        String number = terms.agreed(TWO);
        var facts = desk.facts(terms.approvals(number).get(0));
        assertThat(facts.prop("caseNumber").stringValue()).isEqualTo(number);
        assertThat(facts.prop("guaranteed").stringValue()).isEqualTo("JPY 1,000,000");
        assertThat(facts.prop("required").numberValue()).isEqualTo(2);
        assertThat(facts.prop("reason").stringValue())
                .isEqualTo("An exclusive right shuts others out, even for a small amount.");
        assertThat(facts.prop("positions").elements()).isNotEmpty();
    }

    @Test
    void aManagerApprovesOnce() {
        String number = terms.agreed(TWO);
        terms.approve("terms-mori", number, YES);
        assertThatThrownBy(() -> terms.approve("terms-mori", number, YES))
                .hasMessage("You have decided on these terms already: another manager decides here.");
        assertThat(terms.approvals(number)).hasSize(1);
    }

    @Test
    void nobodyApprovesWhoAdvisesAParty() {
        String number = terms.agreed(ONE);
        for (String adviser : List.of(LICENSOR_ADVISER, LICENSEE_ADVISER)) {
            assertThatThrownBy(() -> terms.approve(adviser, number, YES))
                    .hasMessage("You advise a party of this case: somebody else approves its terms.");
        }
        assertThat(terms.approvals(number)).hasSize(1);
    }

    @Test
    void whoeverProposedTheTermsDoesNotApproveThem() {
        String number = terms.openTerms();
        terms.offer(number);
        as("terms-mori", () -> {
            answers.answer(number, TermsDesk.countering(1, Side.LICENSEE), "terms-mori");
            return number;
        });
        answers.answer(
                number, new OfferAnswer(2, Side.LICENSOR, OfferAnswer.Decision.ACCEPT, null, null, ""), "portal");
        assertThatThrownBy(() -> terms.approve("terms-mori", number, YES))
                .hasMessage("You took part in the rounds of these terms: somebody else approves them.");
        assertThat(approvals.of(number)).isEmpty();
    }

    @Test
    void anApprovalIsHandedOnlyToAManagerWhoMayDecide() {
        String number = terms.agreed(TWO);
        List.of("terms-mori", "terms-hayashi", "terms-inoue").forEach(name -> staff.engage(name, Roles.MANAGERS));
        staff.engage(LICENSOR_ADVISER, Roles.ADVISERS, Roles.MANAGERS);
        terms.approve("terms-mori", number, YES);
        String task = terms.approvals(number).get(0).getId();
        for (String barred : List.of("terms-mori", LICENSOR_ADVISER)) {
            assertThatThrownBy(() -> handOver(task, barred))
                    .hasStackTraceContaining(barred + " advises a party, took part in the rounds, or has decided");
        }
        handOver(task, "terms-hayashi");
        assertThat(terms.approvals(number)).extracting(Task::getAssignee).containsExactly("terms-hayashi");
        assertThat(journal.of(number)).last().satisfies(entry -> assertThat(entry.event())
                .isEqualTo("Task handed over"));
    }

    private void handOver(String task, String person) {
        identities.setAuthentication("terms-inoue", List.of(Roles.MANAGERS));
        try {
            tasks.setAssignee(task, person);
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void aRejectionNeedsAComment() {
        String number = terms.agreed(ONE);
        assertThatThrownBy(() -> terms.approve("terms-mori", number, Map.of("approved", "false")))
                .hasMessage("Say in a comment what the parties have to change.");
        assertThatThrownBy(() -> terms.approve("terms-mori", number, Map.of("comment", "Hm")))
                .hasMessage("Approved: approve or reject the terms");
        assertThat(sheets.of(number).round(1).state()).isEqualTo(Round.State.ACCEPTED);
    }

    @Test
    void aRejectionEndsTheOtherApprovalsAndGoesBackToTheTermsWithItsComment() {
        String number = terms.agreed(THREE);
        terms.approve("terms-mori", number, YES);
        terms.approve("terms-hayashi", number, NO);
        assertThat(desk.open(number)).containsExactly(TermNegotiationProcess.Elements.DRAFT_OFFER);
        var facts = desk.facts(desk.task(number, TermNegotiationProcess.Elements.DRAFT_OFFER));
        assertThat(facts.prop("returnedWith").stringValue()).isEqualTo("Raise the minimum.");
        assertThatThrownBy(() -> sheets.agreed(number)).hasMessageContaining("are not agreed");

        terms.offer(number, TermsFixture.entry(Map.of("minimumAnnualYen", 300_000)));
        terms.accept(number);
        assertThat(terms.approvals(number)).hasSize(1);
        terms.approve("terms-mori", number, YES);
        assertThat(terms.isRunning(number)).isFalse();
        assertThat(approvals.of(number))
                .extracting(Approval::round, Approval::approved)
                .containsExactly(tuple(1, true), tuple(1, false), tuple(2, true));
    }

    @Test
    void managersAreRemindedAfterSevenDaysAndLoseTheTaskAfterFourteen() {
        String number = terms.agreed(ONE);
        Task task = terms.approvals(number).get(0);
        tasks.setAssignee(task.getId(), "terms-mori");
        EngineTime.pass(Duration.ofDays(7).plusMinutes(1));
        desk.runDueJobs(number);
        assertThat(terms.approvals(number).get(0).getPriority()).isEqualTo(Escalation.REMINDED);
        assertThat(writtenOf(number)).containsExactly("terms-mori@programme.example");
        EngineTime.pass(Duration.ofDays(7));
        desk.runDueJobs(number);
        assertThat(writtenOf(number)).contains("terms-hayashi@programme.example");
        task = terms.approvals(number).get(0);
        assertThat(task.getPriority()).isEqualTo(Escalation.OVERDUE);
        assertThat(task.getAssignee()).isNull();
        assertThat(journal.of(number))
                .extracting(Journal.Entry::event)
                .contains("Reminder: terms wait for approval", "Approval escalated");
        terms.approve("terms-hayashi", number, YES);
        assertThat(terms.isRunning(number)).isFalse();
    }

    private List<String> writtenOf(String number) {
        return jdbc.sql("SELECT recipient FROM mail WHERE subject LIKE ? ORDER BY recipient")
                .param(number + " waits: %")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0, 2, 1",
        "false, 4999999, 2, 1",
        "false, 5000000, 2, 2",
        "false, 49999999, 2, 2",
        "true, 0, 2, 2",
        "true, 4999999, 2, 2",
        "true, 5000000, 2, 3",
        "true, 49999999, 2, 3",
        "false, 50000000, 2, 3",
        "true, 50000000, 2, 3",
        "false, 4999999, 3, 2",
        "false, 5000000, 3, 2",
        "true, 0, 7, 2"
    })
    void thePolicyAsksForManagersByAmountExclusivityAndDeviation(
            boolean exclusive, long guaranteedYen, int deviations, int managers) {
        var result = decide(exclusive, guaranteedYen, deviations);
        assertThat(result).hasSize(1);
        assertThat(result.get(0)).containsEntry("approvalsRequired", managers);
        assertThat(String.valueOf(result.get(0).get("reason"))).endsWith(".");
    }

    @Test
    void withoutAnAmountNoRuleOfThePolicyFires() {
        assertThat(decide(true, null, 0)).isEmpty();
    }

    @Test
    void aRejectionOpensOnlyTheClausesItIsOn() {
        String number = terms.agreed(TermsFixture.nonExclusive());
        terms.approve(
                "manager-1",
                number,
                Map.of("approved", false, "comment", "Raise the minimum.", "reopened", List.of("MINIMUM")));
        assertThatThrownBy(() -> terms.offer(number, TermsFixture.entry(Map.of("territory", "Asia"))))
                .hasMessageContaining("Territory is agreed (\"Japan\")");
        terms.offer(number, TermsFixture.entry(Map.of("minimumAnnualYen", 300000)));
        assertThat(sheets.of(number).round(2).terms().minimumAnnualYen()).isEqualByComparingTo("300000");
    }

    private List<Map<String, Object>> decide(boolean exclusive, Long guaranteedYen, int deviations) {
        return decisions
                .evaluateDecisionTableByKey(
                        ApprovalProcess.POLICY,
                        Variables.putValue("exclusive", exclusive)
                                .putValue("guaranteedYen", guaranteedYen)
                                .putValue("deviations", deviations))
                .getResultList();
    }
}
