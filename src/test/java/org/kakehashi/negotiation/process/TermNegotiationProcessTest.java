package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.negotiation.process.TermsDesk.LICENSEE_ADVISER;
import static org.kakehashi.negotiation.process.TermsDesk.LICENSOR_ADVISER;
import static org.kakehashi.negotiation.process.TermsDesk.accepting;
import static org.kakehashi.negotiation.process.TermsDesk.as;
import static org.kakehashi.negotiation.process.TermsDesk.countering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.OfferAnswers;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.TermsFixture;
import org.kakehashi.negotiation.process.TermNegotiationProcess.Elements;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class TermNegotiationProcessTest {

    private static final String APPROVE_TERMS = ApprovalProcess.Elements.APPROVE_TERMS;

    @Autowired
    Desk desk;

    @Autowired
    TermsDesk terms;

    @Autowired
    TermSheets sheets;

    @Autowired
    LicensingCases cases;

    @Autowired
    OfferAnswers answers;

    @Autowired
    Journal journal;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService processes;

    @Test
    void anAcceptedOfferIsAgreedAndGoesToApproval() {
        String number = terms.openTerms();
        assertThat(desk.task(number, Elements.DRAFT_OFFER).getAssignee()).isEqualTo(LICENSOR_ADVISER);
        terms.offer(number);
        assertThat(desk.task(number, Elements.ANSWER_OFFER).getAssignee()).isEqualTo(LICENSEE_ADVISER);
        terms.accept(number);
        assertThat(sheets.agreed(number).licenceKind()).isEqualTo(LicenceKind.NON_EXCLUSIVE);
        assertThat(desk.open(number)).containsExactly(APPROVE_TERMS);
        Round round = sheets.of(number).round(1);
        assertThat(round.proposedBy()).isEqualTo(LICENSOR_ADVISER);
        assertThat(round.answeredBy()).isEqualTo(LICENSEE_ADVISER);
    }

    @Test
    void offerAndCounterOfferGoBackAndForthUntilOneIsAccepted() {
        String number = terms.openTerms();
        terms.offer(number);
        assertThat(cases.of(number).stage()).isEqualTo(Stage.TERMS);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LICENSEE);
        terms.counter(number, 500_000);
        assertThat(desk.task(number, Elements.ANSWER_OFFER).getAssignee()).isEqualTo(LICENSOR_ADVISER);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LICENSOR);
        terms.counter(number, 800_000);
        assertThat(desk.task(number, Elements.ANSWER_OFFER).getAssignee()).isEqualTo(LICENSEE_ADVISER);
        terms.accept(number);
        assertThat(sheets.of(number).rounds())
                .extracting(Round::state)
                .containsExactly(Round.State.COUNTERED, Round.State.COUNTERED, Round.State.ACCEPTED);
        assertThat(sheets.agreed(number).upfrontYen()).isEqualByComparingTo("800000");
    }

    @Test
    void theAnswerFormShowsTheRoundsAndTheOfferAndIsFilledWithItsTerms() {
        String number = terms.openTerms();
        terms.offer(number);
        terms.counter(number, 500_000);
        var task = desk.task(number, Elements.ANSWER_OFFER);
        var facts = desk.facts(task);
        assertThat(facts.prop("caseNumber").stringValue()).isEqualTo(number);
        assertThat(facts.prop("proposer").stringValue()).isEqualTo("licensee");
        assertThat(facts.prop("rounds").elements()).hasSize(2);
        assertThat(facts.prop("positions").elements())
                .filteredOn(position -> position.prop("clause").stringValue().equals("Upfront payment"))
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.prop("now").stringValue()).isEqualTo("JPY 500,000");
                    assertThat(position.prop("before").stringValue()).isEqualTo("JPY 1,000,000");
                });
        assertThat(String.valueOf(tasks.getVariableLocal(task.getId(), "answer")))
                .contains("\"upfrontYen\":500000")
                .contains("\"acts\":[\"MAKE\",\"SELL\"]");
    }

    @Test
    void theAdviserMediatesAfterThreeRoundsAndBothSidesSeeTheSuggestion() {
        String number = afterRounds(3);
        assertThat(desk.open(number)).containsExactly(Elements.MEDIATE);
        assertThat(desk.task(number, Elements.MEDIATE).getAssignee()).isEqualTo(LICENSOR_ADVISER);
        assertThatThrownBy(() -> terms.as(LICENSOR_ADVISER, Elements.MEDIATE, number, Map.of("suggestion", " ")))
                .hasMessage("Suggestion: say what you suggest to the two sides");
        terms.as(LICENSOR_ADVISER, Elements.MEDIATE, number, Map.of("suggestion", "Meet in the middle."));
        var facts = desk.facts(desk.task(number, Elements.ANSWER_OFFER));
        assertThat(facts.prop("suggestion").stringValue()).isEqualTo("Meet in the middle.");
        terms.counter(number, 1);
        assertThat(desk.open(number)).containsExactly(Elements.ANSWER_OFFER);
    }

    @Test
    void aManagerDecidesAfterFiveRoundsThatTheNegotiationGoesOn() {
        String number = afterRounds(5);
        assertThat(desk.open(number)).containsExactly(Elements.DECIDE_CONTINUATION);
        terms.as(
                "terms-mori",
                Elements.DECIDE_CONTINUATION,
                number,
                Map.of("goesOn", "true", "reason", "They are close"));
        terms.counter(number, 77);
        terms.accept(number);
        assertThat(sheets.agreed(number).upfrontYen()).isEqualByComparingTo("77");
    }

    @Test
    void aManagerEndsTheNegotiationWithAnOutcome() {
        String number = afterRounds(5);
        assertThatThrownBy(() -> terms.as(
                        "terms-mori",
                        Elements.DECIDE_CONTINUATION,
                        number,
                        Map.of("goesOn", "false", "reason", "Far apart")))
                .hasMessage("Choose why the case ends: the price, the fit, the timing, or that its time is over.");
        terms.as(
                "terms-mori",
                Elements.DECIDE_CONTINUATION,
                number,
                Map.of("goesOn", "false", "outcome", "DECLINED_PRICE", "reason", "Far apart"));
        assertEnded(number, OutcomeCode.DECLINED_PRICE, "Far apart");
    }

    @Test
    void theSideWhoseMoveItIsIsRemindedAfterFourteenDays() {
        String number = terms.openTerms();
        terms.offer(number);
        EngineTime.pass(Duration.ofDays(13));
        desk.runDueJobs(number);
        assertThat(desk.task(number, Elements.ANSWER_OFFER).getPriority()).isEqualTo(50);
        EngineTime.pass(Duration.ofDays(1).plusMinutes(1));
        desk.runDueJobs(number);
        assertThat(desk.task(number, Elements.ANSWER_OFFER).getPriority()).isEqualTo(Escalation.REMINDED);
        assertThat(journal.of(number))
                .extracting(Journal.Entry::event)
                .contains("Reminder: offer waits for its answer");
        terms.accept(number);
        assertThat(desk.open(number)).containsExactly(APPROVE_TERMS);
    }

    @Test
    void managersStepInAfterNinetyDaysAndDecideWithTheNextCounterOffer() {
        String number = terms.openTerms();
        terms.offer(number);
        EngineTime.pass(Duration.ofDays(90).plusMinutes(1));
        desk.runDueJobs(number);
        var task = desk.task(number, Elements.ANSWER_OFFER);
        assertThat(task.getPriority()).isEqualTo(Escalation.OVERDUE);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("managers");
        terms.counter(number, 500_000);
        terms.as(
                "terms-mori", Elements.DECIDE_CONTINUATION, number, Map.of("goesOn", "true", "reason", "Nearly there"));
        terms.counter(number, 600_000);
        assertThat(desk.open(number)).containsExactly(Elements.ANSWER_OFFER);
    }

    @Test
    void theCaseEndsAfterAHundredAndEightyDays() {
        String number = terms.openTerms();
        terms.offer(number);
        EngineTime.pass(Duration.ofDays(180).plusMinutes(1));
        desk.runDueJobs(number);
        assertEnded(number, OutcomeCode.TIMED_OUT, "The sides did not agree on the terms within 180 days.");
    }

    @Test
    void theDaysCountFromTheFirstOpeningAlsoAfterTermsHaveComeBack() {
        String number = terms.agreed(TermsFixture.nonExclusive());
        EngineTime.pass(Duration.ofDays(170));
        terms.approve("terms-mori", number, Map.of("approved", "false", "comment", "Raise the minimum."));
        assertThat(desk.open(number)).containsExactly(Elements.DRAFT_OFFER);
        EngineTime.pass(Duration.ofDays(10).plusMinutes(1));
        desk.runDueJobs(number);
        assertEnded(number, OutcomeCode.TIMED_OUT, "The sides did not agree on the terms within 180 days.");
    }

    @Test
    void aRejectedOfferEndsTheCaseWithItsOutcomeAndReason() {
        String number = terms.openTerms();
        terms.offer(number);
        assertThatThrownBy(() -> terms.answer(number, Map.of("decision", "REJECT", "reason", "Too dear")))
                .hasMessage("Choose why the offer is rejected: the price, the fit or the timing.");
        assertThatThrownBy(() -> terms.answer(number, Map.of("decision", "REJECT", "outcome", "DECLINED_PRICE")))
                .hasMessage("Give the reason for the rejection in a sentence.");
        assertThat(desk.open(number)).containsExactly(Elements.ANSWER_OFFER);
        terms.answer(number, Map.of("decision", "REJECT", "outcome", "DECLINED_PRICE", "reason", "Too dear for us."));
        assertEnded(number, OutcomeCode.DECLINED_PRICE, "Too dear for us.");
        assertThat(sheets.of(number).round(1).state()).isEqualTo(Round.State.REJECTED);
    }

    @Test
    void anAnswerWithoutDecisionIsRefused() {
        String number = terms.openTerms();
        terms.offer(number);
        assertThatThrownBy(() -> terms.answer(number, Map.of("comment", "Hm")))
                .hasMessage("Decision: accept, counter or reject the offer");
    }

    @Test
    void anAnswerFromOutsideMovesTheCaseOnWhileTheTaskIsOpen() {
        String number = terms.openTerms();
        terms.offer(number);
        as("portal", () -> {
            answers.answer(number, countering(1, Side.LICENSEE), "portal");
            return number;
        });
        assertThat(desk.task(number, Elements.ANSWER_OFFER).getAssignee()).isEqualTo(LICENSOR_ADVISER);
        answers.answer(number, accepting(2, Side.LICENSOR), "portal");
        assertThat(desk.open(number)).containsExactly(APPROVE_TERMS);
        assertThat(sheets.agreed(number).royaltyPercent()).isEqualByComparingTo("1");
    }

    @Test
    void aRejectionFromOutsideEndsTheCase() {
        String number = terms.openTerms();
        terms.offer(number);
        answers.answer(
                number,
                new OfferAnswer(
                        1,
                        Side.LICENSEE,
                        OfferAnswer.Decision.REJECT,
                        null,
                        OutcomeCode.DECLINED_TIMING,
                        "Not this year."),
                "portal");
        assertEnded(number, OutcomeCode.DECLINED_TIMING, "Not this year.");
        refuses(() -> answers.answer(number, accepting(1, Side.LICENSEE), "portal"), "Case " + number + " has ended.");
    }

    @Test
    void aSecondClickIsToldThatTheRoundIsClosedAndChangesNothing() {
        String number = terms.openTerms();
        terms.offer(number);
        answers.answer(number, countering(1, Side.LICENSEE), "portal");
        refuses(
                () -> answers.answer(number, countering(1, Side.LICENSEE), "portal"),
                "Round 1 of case " + number + " is closed: its offer is countered.");
        refuses(
                () -> answers.answer(number, accepting(2, Side.LICENSEE), "portal"),
                "Round 2 is the licensee's own offer: the licensor answers it.");
        assertThat(sheets.of(number).rounds()).hasSize(2);
        assertThat(desk.task(number, Elements.ANSWER_OFFER).getAssignee()).isEqualTo(LICENSOR_ADVISER);
    }

    @Test
    void anAnswerForWhichNobodyWaitsIsRefusedAndChangesNothing() {
        String number = afterRounds(3);
        Side side = sheets.of(number).round(4).proposer().other();
        refuses(
                () -> answers.answer(number, accepting(4, side), "portal"),
                "Case %s does not wait for the %s's answer on the offer: see whose move it is."
                        .formatted(number, side.lower()));
        assertThat(sheets.of(number).round(4).state()).isEqualTo(Round.State.OPEN);
    }

    @Test
    void aBareMessageWithoutAnAnswerChangesNothing() {
        String number = terms.openTerms();
        terms.offer(number);
        assertThatThrownBy(() -> processes
                        .createMessageCorrelation("licensee-answered")
                        .processInstanceBusinessKey(number)
                        .correlate())
                .hasMessage("Round 1 of case " + number + " has not been answered.");
        assertThat(desk.open(number)).containsExactly(Elements.ANSWER_OFFER);
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneWinsAndTheOtherIsTold() throws Exception {
        String number = terms.openTerms();
        terms.offer(number);
        var together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Future<String>> deeds = new ArrayList<>();
        for (OfferAnswer answer : List.of(accepting(1, Side.LICENSEE), countering(1, Side.LICENSEE))) {
            deeds.add(people.submit((Callable<String>) () -> {
                together.await();
                try {
                    answers.answer(number, answer, "portal");
                    return "";
                } catch (Refusal refusal) {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    return refusal.getMessage();
                }
            }));
        }
        var told = new ArrayList<String>();
        for (Future<String> deed : deeds) {
            told.add(deed.get());
        }
        people.shutdown();
        assertThat(told).containsOnlyOnce("");
        assertThat(sheets.of(number).rounds()).hasSizeBetween(1, 2);
        assertThat(desk.open(number)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "royaltyPercent   | -1  | The running royalty cannot be negative.",
                "royaltyPercent   | 101 | A running royalty of 101 % is more than all of the sales: give at most 100 %.",
                "royaltyPercent   |     | Give the running royalty in percent, 0 where there is none.",
                "termYears        | -2  | The term ends before it begins: give it at least 1 year.",
                "upfrontYen       |     | Give the upfront payment in yen, 0 where there is none.",
                "minimumAnnualYen | -5  | The yearly minimum cannot be negative.",
                "licenceKind      |     | Choose the kind of licence."
            })
    void aWrongEntryIsExplainedAndNothingIsLost(String field, String entry, String sentence) {
        String number = terms.openTerms();
        var wrong = new HashMap<String, Object>(TermsFixture.entry(Map.of()));
        wrong.put(field, entry);
        assertThatThrownBy(() -> terms.offer(number, wrong)).hasMessage(sentence);
        assertThat(desk.open(number)).containsExactly(Elements.DRAFT_OFFER);
        assertThat(sheets.of(number).rounds()).isEmpty();
        terms.offer(number);
        assertThatThrownBy(() -> terms.counter(number, wrong)).hasMessage(sentence);
        assertThat(sheets.of(number).round(1).state()).isEqualTo(Round.State.OPEN);
        assertThat(desk.open(number)).containsExactly(Elements.ANSWER_OFFER);
    }

    /** A case in which so many offers were countered. */
    private String afterRounds(int count) {
        String number = terms.openTerms();
        terms.offer(number);
        for (int round = 1; round <= count; round++) {
            terms.counter(number, 900_000 - round);
            if (round == 3 && count > 3) {
                terms.as(LICENSOR_ADVISER, Elements.MEDIATE, number, Map.of("suggestion", "Meet in the middle."));
            }
        }
        return number;
    }

    private void assertEnded(String number, OutcomeCode outcome, String reason) {
        LicensingCase ended = cases.of(number);
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.outcomeReason()).isEqualTo(reason);
        assertThat(terms.isRunning(number)).isFalse();
    }

    private static void refuses(ThrowingCallable wish, String sentence) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessage(sentence);
    }
}
