package org.kakehashi.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.process.ApprovalProcess;
import org.kakehashi.negotiation.process.ConfidentialityProcess;
import org.kakehashi.negotiation.process.IntroductionProcess;
import org.kakehashi.negotiation.process.TermNegotiationProcess;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CaseJourneyProcessTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private CaseJourney journey;

    @Autowired
    private AgreedCases agreedCases;

    @Autowired
    private ContractDesk people;

    @Autowired
    private Desk desk;

    @Autowired
    private LicensingCases cases;

    @Autowired
    private Negotiations negotiations;

    @Autowired
    private Contracts contracts;

    @Autowired
    private SeedRegistration registration;

    @Autowired
    private RuntimeService processes;

    @Test
    void aCaseGoesFromItsMatchToTheContractThatCounts() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.ENDED);
        Contract contract = contracts.ofCase(number).orElseThrow();
        assertThat(contract.status()).isEqualTo(Contract.Status.CONFIRMED);
        assertEnded(number, OutcomeCode.CONCLUDED, "Contract " + contract.number() + " counts.");
    }

    @Test
    void aRegisteredExclusiveLicenceGoesOverThePatentOffice() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.TERMS);
        journey.agree(number, LicenceKind.EXCLUSIVE_REGISTERED);
        journey.bring(number, Stage.REGISTRATION);
        journey.bring(number, Stage.ENDED);
        assertThat(contracts.ofCase(number).orElseThrow().receiptNumber()).isEqualTo("2026-7731");
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.CONCLUDED);
    }

    static Stream<Arguments> everyStageOfEitherSide() {
        return Stream.of(Stage.values())
                .filter(stage -> stage != Stage.MATCHED && stage != Stage.ENDED)
                .flatMap(stage -> Arrays.stream(Side.values()).map(side -> Arguments.of(side, stage)));
    }

    @ParameterizedTest
    @MethodSource("everyStageOfEitherSide")
    void eitherSideMayWithdrawAtEveryStage(Side side, Stage stage) {
        String number = journey.begin(agreedCases.seed());
        if (stage == Stage.REGISTRATION) {
            journey.bring(number, Stage.TERMS);
            journey.agree(number, LicenceKind.EXCLUSIVE_REGISTERED);
        }
        journey.bring(number, stage);
        negotiations.withdraw(number, side, "Our plans have changed.");
        assertEnded(number, OutcomeCode.WITHDRAWN, "The " + side.lower() + ": Our plans have changed.");
        await().atMost(SOON).until(() -> contracts
                .ofCase(number)
                .filter(contract -> contract.status() != Contract.Status.VOID)
                .isEmpty());
    }

    @Test
    void aSideMayWithdrawAfterTheOtherHasSigned() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.SIGNING);
        journey.draft(number);
        Task first = people.tasks(number, ContractSigningProcess.Elements.RECORD_SIGNATURE)
                .get(0);
        people.as(first.getAssignee(), first, CaseJourney.SIGNED);
        negotiations.withdraw(number, Side.LICENSOR, "The board says no.");
        assertEnded(number, OutcomeCode.WITHDRAWN, "The licensor: The board says no.");
        assertThat(contracts.ofCase(number)).isEmpty();
    }

    @Test
    void aSideThatDoesNotAnswerClosesTheCase() {
        String number = journey.begin(agreedCases.seed());
        desk.complete(number, IntroductionProcess.Elements.PREPARE_SUMMARY, Map.of("summary", "A sheet."));
        EngineTime.pass(Duration.ofDays(31));
        desk.runDueJobs(number);
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.NO_RESPONSE);
        assertThat(cases.of(number).outcomeReason()).contains("did not answer on the introduction in time");
        assertNothingRuns(number);
    }

    @Test
    void aRefusedConfidentialityAgreementClosesTheCase() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.CONFIDENTIALITY);
        journey.prepareNda(number);
        desk.complete(
                people.tasks(number, ConfidentialityProcess.Elements.RECORD_NDA).get(0),
                Map.of("signed", "false", "outcome", "WITHDRAWN", "reason", "We disclose nothing."));
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.WITHDRAWN);
        assertThat(cases.of(number).outcomeReason()).endsWith(": We disclose nothing.");
        assertNothingRuns(number);
    }

    @Test
    void theExportGateClosesTheCaseBeforeAnythingIsShown() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.CONFIDENTIALITY);
        journey.prepareNda(number);
        people.tasks(number, ConfidentialityProcess.Elements.RECORD_NDA)
                .forEach(task -> desk.complete(task, Map.of("signed", "true")));
        journey.screen(number, "true");
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(number).outcomeReason()).contains("weapons or a sanctioned party");
        assertNothingRuns(number);
    }

    @Test
    void aRejectedOfferClosesTheCase() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.TERMS);
        journey.offer(number, LicenceKind.NON_EXCLUSIVE);
        people.as(
                CaseFixture.LICENSEE_ADVISER,
                TermNegotiationProcess.Elements.ANSWER_OFFER,
                number,
                Map.of("decision", "REJECT", "outcome", "DECLINED_PRICE", "reason", "Too dear for us."));
        assertEnded(number, OutcomeCode.DECLINED_PRICE, "Too dear for us.");
    }

    @Test
    void termsThatAreNotAgreedInAHundredAndEightyDaysCloseTheCase() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.TERMS);
        journey.offer(number, LicenceKind.NON_EXCLUSIVE);
        EngineTime.pass(Duration.ofDays(180).plusMinutes(1));
        desk.runDueJobs(number);
        assertEnded(number, OutcomeCode.TIMED_OUT, "The sides did not agree on the terms within 180 days.");
    }

    @Test
    void anAntitrustBlockClosesTheCase() {
        String number = blocked();
        decideBlock(number, "END_CASE", "The licensor insists on the price.");
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(number).outcomeReason())
                .startsWith("The licensor insists on the price. It fixes the price at which the licensee sells")
                .contains("part 4 (4)(iii)")
                .contains("Lifted by: the parties, by striking or changing the clause");
        assertNothingRuns(number);
    }

    @Test
    void aForbiddenClauseGoesBackToTheTermsAndTheCaseOnToItsContract() {
        String number = blocked();
        decideBlock(number, "RETURN_TO_TERMS", "Strike the resale price.");
        assertThat(cases.of(number).stage()).isEqualTo(Stage.TERMS);
        journey.bring(number, Stage.ENDED);
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.CONCLUDED);
    }

    @Test
    void aRejectedApprovalGoesBackToTheTermsAndTheCaseOnToItsContract() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.APPROVAL);
        people.as(
                "manager-1",
                ApprovalProcess.Elements.APPROVE_TERMS,
                number,
                Map.of("approved", "false", "comment", "Raise the minimum."));
        assertThat(desk.facts(desk.task(number, TermNegotiationProcess.Elements.DRAFT_OFFER))
                        .toString())
                .contains("Raise the minimum.");
        journey.bring(number, Stage.ENDED);
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.CONCLUDED);
    }

    @Test
    void anExclusiveGrantOverALiveLicenceIsRefused() {
        String seed = agreedCases.seed();
        String first = journey.begin(seed);
        journey.bring(first, Stage.ENDED);
        String second = journey.begin(seed);
        journey.bring(second, Stage.TERMS);
        journey.agree(second, LicenceKind.EXCLUSIVE);
        journey.assess(second, List.of());
        assertThat(cases.of(second).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(second).outcomeReason())
                .contains(contracts.ofCase(first).orElseThrow().number());
        assertNothingRuns(second);
    }

    @Test
    void aContractThatIsNotSignedInSixtyDaysClosesTheCase() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.SIGNING);
        journey.draft(number);
        EngineTime.pass(Duration.ofDays(60).plusMinutes(1));
        desk.runDueJobs(number);
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.TIMED_OUT);
        assertThat(cases.of(number).outcomeReason()).contains("not signed by both sides");
        assertNothingRuns(number);
    }

    @Test
    void thePatentLapsesUnderThreeCasesCloseToTheirContracts() {
        String seed = agreedCases.seed();
        List<String> numbers = Stream.of(Stage.TERMS, Stage.APPROVAL, Stage.SIGNING)
                .map(stage -> {
                    String number = journey.begin(seed);
                    journey.bring(number, stage);
                    return number;
                })
                .toList();
        registration.withdraw(seed, "The annual fee was not paid.", true);
        await().atMost(SOON).until(() -> numbers.stream()
                .noneMatch(number -> cases.of(number).isOpen()));
        numbers.forEach(number ->
                assertEnded(number, OutcomeCode.LEGAL_BLOCK, "The patent is lost: The annual fee was not paid."));
    }

    private String blocked() {
        String number = journey.begin(agreedCases.seed());
        journey.bring(number, Stage.CLEARANCE);
        journey.assess(number, List.of("PRICE_FIXING"));
        return number;
    }

    private void decideBlock(String number, String decision, String comment) {
        people.as(
                "lawyer-1",
                LegalClearanceProcess.Elements.DECIDE_BLOCK,
                number,
                Map.of("decision", decision, "comment", comment));
    }

    private void assertEnded(String number, OutcomeCode outcome, String reason) {
        LicensingCase ended = cases.of(number);
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.outcomeReason()).isEqualTo(reason);
        assertNothingRuns(number);
    }

    private void assertNothingRuns(String number) {
        assertThat(cases.of(number).stage()).isEqualTo(Stage.ENDED);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isZero();
    }
}
