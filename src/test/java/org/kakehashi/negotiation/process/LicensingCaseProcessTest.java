package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.HOLD_TECHNICAL_MEETING;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.PREPARE_NDA;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.RECORD_NDA;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.SCREEN_EXPORT;
import static org.kakehashi.negotiation.process.EvaluationProcess.Elements.AGREE_EVALUATION;
import static org.kakehashi.negotiation.process.EvaluationProcess.Elements.RECORD_EVALUATION_RESULT;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.CONFIRM_MATCH;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.PREPARE_SUMMARY;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.RECORD_CONSENT;
import static org.kakehashi.negotiation.process.LicensingCaseProcess.Elements.CONSENT_SAME_ADVISER;
import static org.kakehashi.negotiation.process.LicensingCaseProcess.Elements.NAME_ADVISERS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Tie;
import org.kakehashi.advisers.Ties;
import org.kakehashi.advisers.Workload;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class LicensingCaseProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    CaseFixture fixture;

    @Autowired
    SeedFixture seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    LicensingCases cases;

    @Autowired
    Negotiations negotiations;

    @Autowired
    Advisers advisers;

    @Autowired
    Workload workload;

    @Autowired
    Ties ties;

    @Autowired
    CurrentUser user;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @BeforeEach
    void engageAdvisers() {
        engage(CaseFixture.LICENSOR_ADVISER, "JP-17");
        engage(CaseFixture.LICENSEE_ADVISER, "JP-28");
    }

    @Test
    void aCaseGoesFromTheMatchOverTheEvaluationToItsTerms() {
        LicensingCase licensingCase = run(fixture.open());
        String number = licensingCase.number();
        assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo(CaseFixture.LICENSOR_ADVISER);
        desk.complete(number, CONFIRM_MATCH, Map.of("confirmed", "true"));
        introduce(number);
        keepSecrets(number, true);
        assertThat(cases.of(number).stage()).isEqualTo(Stage.EVALUATION);
        desk.complete(
                number,
                AGREE_EVALUATION,
                Map.of(
                        "kind",
                        "OPTION",
                        "subject",
                        "Ten sheets",
                        "until",
                        LocalDate.now(clock).plusDays(60).toString()));
        desk.complete(
                number, RECORD_EVALUATION_RESULT, Map.of("result", "SUITABLE", "findings", "It holds 95 degrees."));
        assertThat(cases.of(number).isOpen()).isTrue();
        assertThat(journal.of(number))
                .extracting(Journal.Entry::event)
                .contains(
                        "Case opened",
                        "Match confirmed",
                        "Summary prepared",
                        "The licensor says yes to the introduction",
                        "The licensee says yes to the confidentiality agreement",
                        "Export control: cleared",
                        "Technical meeting held",
                        "Evaluation done: suitable");
    }

    @Test
    void oneAdviserOnBothSidesNeedsAManagersConsent() {
        LicensingCase licensingCase = fixture.withOneAdviser();
        run(licensingCase);
        String number = licensingCase.number();
        assertThat(desk.open(number)).containsExactly(CONSENT_SAME_ADVISER);
        desk.complete(number, CONSENT_SAME_ADVISER, Map.of("consents", "true", "reason", "Nobody else knows cells."));
        assertThat(desk.open(number)).containsExactly(PREPARE_SUMMARY);
        assertThat(cases.of(number).hasOneAdviser()).isTrue();
    }

    @Test
    void aManagerMayNameAnotherAdviserInstead() {
        LicensingCase licensingCase = fixture.withOneAdviser();
        run(licensingCase);
        String number = licensingCase.number();
        assertThatThrownBy(() -> desk.complete(
                        number,
                        CONSENT_SAME_ADVISER,
                        Map.of(
                                "consents",
                                "false",
                                "otherAdviser",
                                CaseFixture.LICENSOR_ADVISER,
                                "reason",
                                "Conflict of interest")))
                .hasRootCauseMessage("Name another adviser for the licensee's side.");
        desk.complete(
                number,
                CONSENT_SAME_ADVISER,
                Map.of(
                        "consents",
                        "false",
                        "otherAdviser",
                        CaseFixture.LICENSEE_ADVISER,
                        "reason",
                        "Conflict of interest"));
        assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo(CaseFixture.LICENSOR_ADVISER);
        assertThat(cases.of(number).licenseeAdviser()).isEqualTo(CaseFixture.LICENSEE_ADVISER);
    }

    @Test
    void aManagerNamesTheAdvisersWhereEverybodyIsTied() {
        LicensingCase licensingCase = fixture.withoutAdvisers();
        String number = licensingCase.number();
        List<Tie> declared = tieEverybodyTo(licensingCase.licensorOrganisation());
        try {
            run(licensingCase);
            assertThat(desk.open(number)).containsExactly(NAME_ADVISERS);
            assertThatThrownBy(() -> desk.complete(
                            number, NAME_ADVISERS, Map.of("licensorAdviser", CaseFixture.LICENSOR_ADVISER)))
                    .hasRootCauseMessage(
                            CaseFixture.LICENSOR_ADVISER + " has declared a tie to %s: name another adviser.",
                            licensingCase.party(Side.LICENSOR).name());
            engage("adviser-free-1", "JP-17");
            engage("adviser-free-2", "JP-28");
            assertThatThrownBy(() -> desk.complete(number, NAME_ADVISERS, Map.of("licensorAdviser", "adviser-free-1")))
                    .hasRootCauseMessage(
                            "Name an adviser for the licensee's side. Where nobody can be chosen, engage an"
                                    + " adviser without a tie first.");
            desk.complete(
                    number,
                    NAME_ADVISERS,
                    Map.of("licensorAdviser", "adviser-free-1", "licenseeAdviser", "adviser-free-2"));
            assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo("adviser-free-1");
            assertThat(cases.of(number).licenseeAdviser()).isEqualTo("adviser-free-2");
        } finally {
            endTies(declared);
        }
    }

    private List<Tie> tieEverybodyTo(UUID organisation) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        return asManager(() -> advisers.findAll().stream()
                .map(adviser -> ties.declare(
                        adviser.userId(),
                        new Ties.Declaration(organisation, Tie.Kind.OTHER, yesterday, null, "For the test")))
                .toList());
    }

    private void endTies(List<Tie> declared) {
        asManager(() -> {
            declared.forEach(tie -> ties.end(tie.userId(), tie.id(), tie.since()));
            return declared;
        });
    }

    private <T> T asManager(Supplier<T> action) {
        return user.acting("the-manager", Set.of(Roles.MANAGERS), action);
    }

    @Test
    void aSideThatDoesNotConsentClosesTheCaseWithItsOutcome() {
        String number = introductionMadeElsewhere();
        desk.complete(number, PREPARE_SUMMARY, Map.of("summary", "A sheet that can be handled in air."));
        desk.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey(RECORD_CONSENT)
                        .list()
                        .get(0),
                StageHost.no("consents", "DECLINED_PRICE", "Too dear."));
        assertClosed(number, OutcomeCode.DECLINED_PRICE, "The licensor: Too dear.", "The licensee: Too dear.");
        assertThat(workload.of(List.of(CaseFixture.LICENSOR_ADVISER)))
                .satisfies(load -> assertThat(load.getOrDefault(CaseFixture.LICENSOR_ADVISER, 0))
                        .isNotNegative());
    }

    @Test
    void eitherSideMayWithdrawWhileAManagerIsAskedForConsent() {
        LicensingCase licensingCase = fixture.withOneAdviser();
        run(licensingCase);
        negotiations.withdraw(licensingCase.number(), Side.LICENSEE, "We buy elsewhere.");
        assertClosed(licensingCase.number(), OutcomeCode.WITHDRAWN, "The licensee: We buy elsewhere.");
    }

    @Test
    void eitherSideMayWithdrawDuringTheIntroduction() {
        String number = introductionMadeElsewhere();
        negotiations.withdraw(number, Side.LICENSOR, "We keep it.");
        negotiations.withdraw(number, Side.LICENSOR, "We keep it.");
        assertClosed(number, OutcomeCode.WITHDRAWN, "The licensor: We keep it.");
        assertThatThrownBy(() -> negotiations.withdraw(number, Side.LICENSEE, "So do we."))
                .isInstanceOf(Refusal.class)
                .hasMessage("Case " + number + " has ended already.");
    }

    @Test
    void thePatentLapsesUnderThreeCasesAndEachEnds() {
        String seed = seeds.licensablePatent();
        List<String> numbers = Stream.generate(() -> fixture.openOn(seed, null))
                .limit(3)
                .map(this::run)
                .map(LicensingCase::number)
                .toList();
        introduce(numbers.get(1));
        introduce(numbers.get(2));
        keepSecrets(numbers.get(2), true);

        registration.withdraw(seed, "The annual fee was not paid.", true);

        Await.until(() -> numbers.stream().noneMatch(number -> cases.of(number).isOpen()));
        numbers.forEach(number ->
                assertClosed(number, OutcomeCode.LEGAL_BLOCK, "The patent is lost: The annual fee was not paid."));
    }

    @Test
    void aWithdrawnSeedEndsItsCases() {
        String number = introductionMadeElsewhere();
        registration.withdraw(cases.of(number).seedNumber(), "The owner sells it.", false);
        Await.until(() -> !cases.of(number).isOpen());
        assertClosed(number, OutcomeCode.WITHDRAWN, "The seed was withdrawn: The owner sells it.");
    }

    @Test
    void aCaseCannotEndBySomebodysMessageAloneWithoutAReason() {
        String number = introductionMadeElsewhere();
        assertThatThrownBy(() -> processes
                        .createMessageCorrelation(LicensingCaseProcess.Messages.PARTY_WITHDREW)
                        .processInstanceBusinessKey(number)
                        .correlate())
                .hasRootCauseMessage("Case " + number + " cannot end without an outcome and its reason.");
        assertThat(cases.of(number).isOpen()).isTrue();
    }

    private String introductionMadeElsewhere() {
        return run(fixture.openOn(seeds.licensablePatent(), null)).number();
    }

    private LicensingCase run(LicensingCase licensingCase) {
        processes.startProcessInstanceByKey(
                LicensingCaseProcess.KEY,
                licensingCase.number(),
                Map.of(
                        "caseNumber", licensingCase.number(),
                        "seedNumber", licensingCase.seedNumber(),
                        "needNumber", licensingCase.needNumber()));
        desk.runDueJobs(licensingCase.number());
        return licensingCase;
    }

    private void introduce(String number) {
        desk.complete(number, PREPARE_SUMMARY, Map.of("summary", "A sheet that can be handled in air."));
        both(number, RECORD_CONSENT, Map.of("consents", "true"));
    }

    private void keepSecrets(String number, boolean evaluationWanted) {
        desk.complete(number, PREPARE_NDA, Map.of("purpose", "To judge", "months", 12, "tailMonths", 36));
        both(number, RECORD_NDA, Map.of("signed", "true"));
        desk.complete(
                number,
                SCREEN_EXPORT,
                Map.of(
                        "disclosure",
                        "PUBLISHED_ONLY",
                        "recipient",
                        "DOMESTIC",
                        "listed",
                        "false",
                        "concern",
                        "false",
                        "note",
                        "Published."));
        desk.complete(
                number,
                HOLD_TECHNICAL_MEETING,
                Map.of(
                        "heldOn",
                        LocalDate.now(clock).toString(),
                        "participants",
                        "Both",
                        "minutes",
                        "Shown.",
                        "evaluationWanted",
                        String.valueOf(evaluationWanted)));
    }

    private void both(String number, String element, Map<String, String> answer) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .list()
                .forEach(task -> desk.complete(task, answer));
    }

    private void assertClosed(String number, OutcomeCode outcome, String... reasons) {
        LicensingCase ended = cases.of(number);
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.outcomeReason()).isIn((Object[]) reasons);
        assertThat(ended.stage()).isEqualTo(Stage.ENDED);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isZero();
    }

    private void engage(String user, String prefecture) {
        if (!advisers.existsById(user)) {
            advisers.saveAndFlush(new Adviser(
                    user,
                    new Adviser.Profile(
                            user,
                            null,
                            user + "@example.jp",
                            Prefecture.of(prefecture),
                            "Host",
                            Set.of(),
                            Set.of("en", "ja"))));
        }
    }
}
