package org.kakehashi.outcomes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.Contracts;
import org.kakehashi.outcomes.Answer;
import org.kakehashi.outcomes.Answer.Channel;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.Inquiry.State;
import org.kakehashi.outcomes.process.FollowUpInquiryProcess.Elements;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.royalties.ConfirmedContract;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

/** The yearly inquiry from its opening until it is settled. */
@ProcessTest
class FollowUpInquiryProcessTest {

    @Autowired
    private ConfirmedContract confirmed;

    @Autowired
    private DueInquiries due;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Contracts contracts;

    @Autowired
    private PartyLinks links;

    @Autowired
    private Journal journal;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Desk desk;

    @Autowired
    private Clock clock;

    private String contract;
    private String licensee;
    private String inquiry;

    @Test
    void eachContractInForceIsAskedOnceAYearUntilTwoYearsAfterItsEnd() {
        contract = confirmed.create();
        Inquiry first = due.open(contract, 0);
        due.look();
        assertThat(instances(first.number())).isEqualTo(1);
        assertThat(inquiries.ofContract(contract)).hasSize(1);
        for (int year = 1; year <= 4; year++) {
            assertThat(due.open(contract, 0).fiscalYear()).isEqualTo(first.fiscalYear() + year);
        }
        EngineTime.pass(Duration.ofDays(366));
        due.look();
        assertThat(inquiries.ofContract(contract)).hasSize(5);
    }

    @Test
    void theLicenseeIsMailedALinkInItsLanguageAndItsAnswerEndsTheInquiry() {
        asked();
        assertThat(confirmed.letters(licensee)).singleElement().asString().contains("実施許諾による成果", contract, "/inquiry");
        answer("12000000", 3, "", 0);
        settled(State.ANSWERED);
        assertThat(events()).contains("Inquiry mailed to the licensee", "Inquiry answered");
    }

    @Test
    void silenceIsRemindedOfAt14And30And45DaysAndLeadsToAVisitAfter60() {
        asked();
        for (int day : new int[] {13, 14, 29, 30, 44, 45, 59}) {
            passTo(day);
        }
        assertThat(confirmed.letters(licensee)).hasSize(4);
        assertThat(confirmed.letters(licensee).get(3)).contains("再度のお願い");
        assertThat(desk.open(inquiry)).isEmpty();
        passTo(60);
        assertThat(desk.open(inquiry)).containsExactly(Elements.VISIT_LICENSEE);
        assertThat(inquiries.of(inquiry).state()).isEqualTo(State.VISIT);
        assertThatThrownBy(() -> complete(Elements.VISIT_LICENSEE, visit("LEARNED", "abc", "")))
                .hasMessageContaining("Give the sales as a number, such as 1,250,000.");
        assertThatThrownBy(() -> complete(Elements.VISIT_LICENSEE, visit("LEARNED", "12000", "")))
                .hasMessageContaining("very little")
                .hasMessageContaining("explain why they are right");
        assertThat(desk.open(inquiry)).containsExactly(Elements.VISIT_LICENSEE);
        complete(Elements.VISIT_LICENSEE, visit("LEARNED", "12,000,000", ""));
        settled(State.ANSWERED);
        assertThat(latest().channel()).isEqualTo(Channel.VISIT);
        assertThat(latest().figures().sales()).isEqualByComparingTo("12000000");
    }

    @Test
    void aVisitMayFindThatNoAnswerIsPossibleAndWhenItIsLateManagersMayTakeIt() {
        asked();
        passTo(60);
        EngineTime.pass(Duration.ofDays(45));
        desk.runDueJobs(inquiry);
        assertThat(candidates(Elements.VISIT_LICENSEE)).contains("managers");
        assertThat(desk.task(inquiry, Elements.VISIT_LICENSEE).getPriority()).isEqualTo(Escalation.OVERDUE);
        assertThatThrownBy(() -> complete(
                        Elements.VISIT_LICENSEE,
                        Map.of("result", "NO_ANSWER", "visitedOn", today(), "noAnswerReason", " ")))
                .hasMessageContaining("Say why no answer is possible");
        assertThatThrownBy(() -> complete(
                        Elements.VISIT_LICENSEE,
                        Map.of(
                                "result",
                                "NO_ANSWER",
                                "visitedOn",
                                LocalDate.now(clock).plusDays(1).toString())))
                .hasMessageContaining("cannot lie in the future");
        complete(
                Elements.VISIT_LICENSEE,
                Map.of("result", "NO_ANSWER", "visitedOn", today(), "noAnswerReason", "The company was dissolved."));
        settled(State.UNANSWERED);
        assertThat(inquiries.of(inquiry).noAnswerReason()).isEqualTo("The company was dissolved.");
    }

    @Test
    void whoCannotBeWrittenToIsVisitedAtOnce() {
        contract = confirmed.create();
        inquiry = due.open(contract, 0).number();
        desk.runDueJobs(inquiry);
        assertThat(desk.open(inquiry)).containsExactly(Elements.VISIT_LICENSEE);
        assertThat(desk.facts(desk.task(inquiry, Elements.VISIT_LICENSEE))
                        .prop("contact")
                        .stringValue())
                .isEqualTo("nobody with a mail address");
    }

    @Test
    void figuresThatAreHardToBelieveAreAskedBackAndACorrectionSettlesThem() {
        asked();
        answer("12000", 3, "", 0);
        await().until(() -> inquiries.of(inquiry).state() == State.ASKED_BACK);
        assertThat(confirmed.letters(licensee))
                .hasSize(2)
                .satisfiesOnlyOnce(letter -> assertThat(letter).contains("ご確認"))
                .noneMatch(letter -> letter.contains("12000") || letter.contains("12,000"));
        passTo(14);
        assertThat(confirmed.letters(licensee)).hasSize(3);
        answer("12000000", 3, "", 1);
        settled(State.ANSWERED);
        assertThat(inquiries.editions(inquiry)).extracting(Answer::edition).containsExactly(2, 1);
    }

    @Test
    void whatStaysHardToBelieveGoesToTheAdviserWhoFindsItRight() {
        asked();
        answer("12000", 3, "We sold one sample.", 0);
        review();
        assertThat(desk.facts(desk.task(inquiry, Elements.REVIEW_ANSWER))
                        .prop("doubts")
                        .stringValue())
                .contains("very little");
        complete(Elements.REVIEW_ANSWER, Map.of("verdict", "RIGHT", "finding", "Mr Nishi showed the invoice."));
        settled(State.ANSWERED);
        assertThat(latest().explanation()).isEqualTo("Mr Nishi showed the invoice.");
        assertThat(instances(inquiry)).isZero();
    }

    @Test
    void theAdviserMayEnterOtherFiguresAndIsOvertakenByACorrection() {
        asked();
        answer("12000", 3, "We sold one sample.", 0);
        review();
        EngineTime.pass(Duration.ofDays(30));
        desk.runDueJobs(inquiry);
        assertThat(candidates(Elements.REVIEW_ANSWER)).contains("managers");
        String overtaken = desk.task(inquiry, Elements.REVIEW_ANSWER).getId();
        answer("13000", 3, "We sold one sample for 13,000.", 1);
        await().ignoreExceptions()
                .until(() -> !desk.task(inquiry, Elements.REVIEW_ANSWER).getId().equals(overtaken));
        complete(
                Elements.REVIEW_ANSWER,
                Map.of("verdict", "CORRECTED", "figures", entry("13000000"), "finding", "Given in thousands."));
        settled(State.ANSWERED);
        assertThat(latest().channel()).isEqualTo(Channel.REVIEW);
        assertThat(latest().edition()).isEqualTo(3);
    }

    @Test
    void aSecondImplausibleAnswerIsNotAskedBackAgain() {
        asked();
        answer("12000", 3, "", 0);
        await().until(() -> inquiries.of(inquiry).state() == State.ASKED_BACK);
        answer("12500", 3, "", 1);
        review();
    }

    @Test
    void anAnswerMayComeWhileTheAdviserIsAboutToVisit() {
        asked();
        passTo(60);
        answer("12000000", 3, "", 0);
        settled(State.ANSWERED);
    }

    @Test
    void anAnswerThatIsThereBeforeTheQuestionnaireGoesOutIsNotAskedForAgain() {
        contract = confirmed.create();
        licensee = confirmed.contact(contract, Side.LICENSEE, "en");
        inquiry = due.open(contract, 0).number();
        answer("12000000", 3, "", 0);
        await().untilAsserted(() -> desk.runDueJobs(inquiry));
        settled(State.ANSWERED);
        assertThat(confirmed.letters(licensee)).isEmpty();
    }

    @Test
    void aCorrectionAfterwardsIsCheckedAsLongAsTheYearIsOpen() {
        asked();
        answer("12000000", 3, "", 0);
        settled(State.ANSWERED);
        answer("12000", 3, "We sold one sample.", 1);
        await().until(() -> instances(inquiry) == 1);
        desk.runDueJobs(inquiry);
        assertThat(desk.open(inquiry)).containsExactly(Elements.REVIEW_ANSWER);
    }

    @Test
    void theSameAnswerTwiceCountsOnceAndOneThatWasNotSeenIsNotOverwritten() {
        asked();
        answer("12000000", 3, "", 0);
        answer("12000000", 3, "", 0);
        assertThat(inquiries.editions(inquiry)).hasSize(1);
        assertThatThrownBy(() -> answer("9000000", 3, "", 0)).hasMessageContaining("has come in meanwhile");
    }

    private void asked() {
        contract = confirmed.create();
        licensee = confirmed.contact(contract, Side.LICENSEE, "ja");
        inquiry = due.open(contract, 0).number();
        desk.runDueJobs(inquiry);
    }

    private void answer(String sales, int jobs, String explanation, int seen) {
        inquiries.take(
                inquiry,
                new Answer.Given(
                        new Figures(
                                Figures.YEN,
                                new BigDecimal(sales),
                                jobs,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                0,
                                null,
                                ""),
                        Channel.LINK,
                        "",
                        explanation,
                        "Mistyped.",
                        seen));
    }

    private static Map<String, String> entry(String sales) {
        return Map.of(
                "currency", "JPY",
                "sales", sales,
                "jobs", "3",
                "investment", "0",
                "costSaved", "0",
                "furtherLicences", "0");
    }

    private Map<String, Object> visit(String result, String sales, String explanation) {
        return Map.of("result", result, "visitedOn", today(), "figures", entry(sales), "explanation", explanation);
    }

    private void complete(String element, Map<String, ?> answer) {
        desk.complete(inquiry, element, answer);
    }

    private void review() {
        await().until(() -> desk.open(inquiry).equals(List.of(Elements.REVIEW_ANSWER)));
    }

    private void settled(State state) {
        await().until(() -> instances(inquiry) == 0);
        assertThat(inquiries.of(inquiry).state()).isEqualTo(state);
    }

    /** To the evening so many days after the latest asking, whatever the time is now. */
    private void passTo(int days) {
        LocalDate day = inquiries.of(inquiry).askedOn().plusDays(days);
        EngineTime.pass(Duration.between(
                clock.instant(), day.atTime(18, 0).atZone(clock.getZone()).toInstant()));
        desk.runDueJobs(inquiry);
    }

    private Answer latest() {
        return inquiries.answer(inquiry).orElseThrow();
    }

    private long instances(String number) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private List<String> candidates(String element) {
        return tasks.getIdentityLinksForTask(desk.task(inquiry, element).getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private List<String> events() {
        return journal.of(contracts.of(contract).caseNumber()).stream()
                .map(Journal.Entry::event)
                .toList();
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
