package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.negotiation.process.TechnologyTransferProcess.Elements.NAME_RECORD_ADVISER;
import static org.kakehashi.negotiation.process.TechnologyTransferProcess.Elements.RENEW_RECORD;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Tie;
import org.kakehashi.advisers.Ties;
import org.kakehashi.matching.Matching;
import org.kakehashi.matching.Records;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.NeedFixture;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.Needs;
import org.kakehashi.negotiation.CaseList;
import org.kakehashi.negotiation.CaseOpening;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.platform.imports.Format;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class TechnologyTransferProcessTest {

    private static final String CHECK = "Task_CheckRegistration";
    private static final String EVALUATE = "Task_EvaluateSeed";
    private static final String REVIEW = "Task_ReviewShortlist";

    @Autowired
    Desk desk;

    @Autowired
    RuntimeService processes;

    @Autowired
    SeedFixture seedFixture;

    @Autowired
    NeedFixture needFixture;

    @Autowired
    Seeds seeds;

    @Autowired
    SeedRegistration registration;

    @Autowired
    Needs needs;

    @Autowired
    NeedHearing hearing;

    @Autowired
    Matching matching;

    @Autowired
    Records records;

    @Autowired
    Transfers transfers;

    @Autowired
    CaseOpening opening;

    @Autowired
    LicensingCases cases;

    @Autowired
    CaseList list;

    @Autowired
    Negotiations negotiations;

    @Autowired
    Advisers advisers;

    @Autowired
    Ties ties;

    @Autowired
    CurrentUser user;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void engageAdviser() {
        if (!advisers.existsById("adviser-ishikawa")) {
            advisers.saveAndFlush(new Adviser(
                    "adviser-ishikawa",
                    new Adviser.Profile(
                            "Adviser of Ishikawa",
                            null,
                            "ishikawa@example.jp",
                            Prefecture.of("JP-17"),
                            "Host",
                            Set.of(),
                            Set.of("en", "ja"))));
        }
    }

    @Test
    void aStartSaysEverythingThatIsMissingOrWrongAndLeavesNothingBehind() {
        assertThatThrownBy(() -> start(null, Map.of("origin", "PATENT", "colour", "red")))
                .hasMessageContaining("The variable colour is not known here.")
                .hasMessageContaining("The variable origin must be SEED, NEED or INTRODUCTION, not \"PATENT\".");
        assertThatThrownBy(() -> start("acme-1", Map.of("origin", "SEED")))
                .hasMessageContaining("The variable seedNumber is missing");
        assertThatThrownBy(() -> start("acme-1", Map.of("origin", "SEED", "seedNumber", "S-1999-000001")))
                .hasMessageContaining("there is no seed S-1999-000001");
        assertThatThrownBy(() -> start("acme-1", Map.of("origin", "NEED", "needNumber", 7, "seedNumber", "S")))
                .hasMessageContaining("The variable needNumber is missing")
                .hasMessageContaining("The variable seedNumber does not belong to this origin.");
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("acme-1")
                        .count())
                .isZero();
    }

    @Test
    void theSameStartTwiceMakesOneInstance() {
        String seed = seedFixture.registered();
        start("acme-" + seed, Map.of("origin", "SEED", "seedNumber", seed));
        assertThatThrownBy(() -> start("acme-" + seed, Map.of("origin", "SEED", "seedNumber", seed)))
                .hasMessageContaining(seed + " is on its way already.");
        assertThatThrownBy(() -> start(null, Map.of("origin", "SEED", "seedNumber", seed)))
                .hasMessageContaining(seed + " is on its way already.");
        String other = seedFixture.registered();
        assertThatThrownBy(() -> start("acme-" + seed, Map.of("origin", "SEED", "seedNumber", other)))
                .hasMessageContaining("has been started before, for " + seed);
        transfers.start(Transfer.Origin.SEED, seed, null, null);
        assertThat(running(seed)).isEqualTo(1);
        assertThat(running(other)).isZero();
    }

    @Test
    void aRegisteredSeedStartsByItselfAndIsPublished() {
        String seed = registration
                .register("test", null, seedFixture.university(), SeedFixture.solidElectrolyte(List.of(), false), true)
                .number();
        Await.until(() -> running(seed) == 1);
        publish(seed);
        assertThat(seeds.numbered(seed).status()).isEqualTo(Seed.Status.PUBLISHED);
        assertThat(running(seed)).isEqualTo(1);
    }

    @Test
    void aManagerNamesTheAdviserOfARecordWhereEverybodyIsTied() {
        String need = needFixture.received();
        UUID company = needs.numbered(need).organisationId();
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        List<Tie> declared = user.acting("the-manager", Set.of(Roles.MANAGERS), () -> advisers.findAll().stream()
                .map(adviser -> ties.declare(
                        adviser.userId(),
                        new Ties.Declaration(company, Tie.Kind.OTHER, yesterday, null, "For the test")))
                .toList());
        try {
            begin(Transfer.Origin.NEED, need);
            assertThat(desk.open(need)).containsExactly(NAME_RECORD_ADVISER);
            assertThatThrownBy(() -> desk.complete(need, NAME_RECORD_ADVISER, Map.of("adviser", "adviser-ishikawa")))
                    .hasStackTraceContaining("adviser-ishikawa has declared a tie to");
            user.acting("the-manager", Set.of(Roles.MANAGERS), () -> declared.stream()
                    .map(tie -> ties.end(tie.userId(), tie.id(), yesterday))
                    .toList());
            desk.complete(need, NAME_RECORD_ADVISER, Map.of("adviser", "adviser-ishikawa"));
            assertThat(desk.task(need, "Task_AcknowledgeNeed").getAssignee()).isEqualTo("adviser-ishikawa");
        } finally {
            jdbc.sql("DELETE FROM adviser_tie WHERE organisation_id = ?")
                    .param(company)
                    .update();
        }
    }

    @Test
    void aSeedThatIsRefusedEndsItsTransfer() {
        String seed = seedFixture.registered();
        begin(Transfer.Origin.SEED, seed);
        desk.complete(seed, CHECK, Map.of("result", "REFUSED", "reason", "The right has expired."));
        assertThat(running(seed)).isZero();
    }

    @Test
    void aSeedWithdrawnDuringRegistrationEndsItsTransfer() {
        String seed = seedFixture.registered();
        begin(Transfer.Origin.SEED, seed);
        registration.withdraw(seed, "Sold.", false);
        Await.until(() -> running(seed) == 0);
    }

    @Test
    void anAcceptedMatchBecomesOneCaseHoweverOftenItIsTold() {
        String seed = publishedTransfer();
        String need = needFixture.open();
        var match = matching.introduced(seed, need);
        opening.openAll(seed);
        opening.openAll(seed);
        opening.openAll(need);
        LicensingCase opened = cases.ofMatch(match.number()).orElseThrow();
        desk.runDueJobs(seed);
        desk.runDueJobs(opened.number());
        assertThat(runsAsCase(opened)).isTrue();
        assertThat(opened.seedNumber()).isEqualTo(seed);
        assertThat(list.ofRecord(need)).hasSize(1);
    }

    @Test
    void aClosedRecordKeepsItsRunningCasesGoing() {
        String need = needTransfer();
        matching.introduced(seedFixture.licensablePatent(), need);
        opening.openAll(need);
        desk.runDueJobs(need);
        String number = list.ofRecord(need).get(0).number();
        hearing.close(need, "Answered.");
        Await.until(() -> processes
                        .createExecutionQuery()
                        .processInstanceBusinessKey(need)
                        .messageEventSubscriptionName("record-closed")
                        .count()
                == 0);
        assertThat(cases.of(number).isOpen()).isTrue();
        assertThat(running(need)).isEqualTo(1);
    }

    @Test
    void anIntroductionMadeElsewhereOpensItsCaseAtOnce() {
        String seed = seedFixture.licensablePatent();
        String need = needFixture.open();
        transfers.start(Transfer.Origin.INTRODUCTION, seed, need, null);
        LicensingCase opened = cases.ofPair(seed, need).orElseThrow();
        assertThat(opened.foundFrom()).isEmpty();
        desk.runDueJobs(opened.matchNumber());
        desk.runDueJobs(opened.number());
        assertThat(runsAsCase(opened)).isTrue();
        assertThatThrownBy(() -> transfers.start(Transfer.Origin.INTRODUCTION, seed, need, null))
                .hasRootCauseInstanceOf(Refusal.class)
                .hasMessageContaining("have met already, in case " + opened.number());
    }

    @Test
    void newsThatArriveWhileNobodyWaitsAreKept() {
        String seed = seedFixture.registered();
        begin(Transfer.Origin.SEED, seed);
        assertThat(transfers.takeNews(seed)).isFalse();
        transfers.candidatesChanged(seed);
        assertThat(transfers.takeNews(seed)).isTrue();
        assertThat(transfers.takeNews(seed)).isFalse();
    }

    @Test
    void aWaitingRecordLooksAgainWhenCandidatesChange() {
        String seed = publishedTransfer();
        assertThat(waitsForNews(seed)).isTrue();
        transfers.candidatesChanged(seed);
        assertThat(waitsForNews(seed)).isFalse();
        finishMatching(seed);
        assertThat(waitsForNews(seed)).isTrue();
    }

    /** Japanese, which no model reads here, so that nothing is near it but what shares its rare words. */
    @Test
    void aSeedWithoutMatchWaitsUntilANeedArrivesAndBecomesItsCase() {
        String seed = seedFixture.registered(Records.seedContent("ja", "漆器の霧室", "漆塗りの椀を霧で一晩のうちに硬化。", false));
        begin(Transfer.Origin.SEED, seed);
        publish(seed);
        assertWaitsWithoutMatch(seed);

        String need = records.need(records.organisation("Urushi Bowls KK"), "ja", "漆器の硬化", "漆塗りの椀の硬化が遅い。霧が有望。");

        Await.until(() -> !waitsForNews(seed));
        acceptTheOnlyCandidate(seed);
        assertBecomesItsCase(seed, seed, need, Side.LICENSOR);
    }

    /** Japanese for the same reason. */
    @Test
    void aNeedWithoutMatchWaitsUntilASeedArrivesAndBecomesItsCase() {
        String need = hearing.receive(
                        "test",
                        null,
                        needFixture.company(),
                        Records.needContent("ja", "琴柱の軋み", "湿気で琴柱が軋む。蜜蝋は試用済。"),
                        false)
                .number();
        begin(Transfer.Origin.NEED, need);
        openNeed(need);
        assertWaitsWithoutMatch(need);

        String seed = records.seed(records.organisation("Koto Wax KK"), "ja", "琴柱の蜜蝋", "湿気による琴柱の軋みを蜜蝋で防止。");

        Await.until(() -> !waitsForNews(need));
        acceptTheOnlyCandidate(need);
        assertBecomesItsCase(need, seed, need, Side.LICENSEE);
    }

    @Test
    void aSeedFoundNotLicensableEndsItsTransfer() {
        String seed = seedFixture.registered();
        begin(Transfer.Origin.SEED, seed);
        desk.complete(seed, CHECK, Map.of("result", "COMPLETE"));
        desk.complete(seed, EVALUATE, evaluation("NOT_LICENSABLE"));
        assertThat(seeds.numbered(seed).status()).isNotEqualTo(Seed.Status.PUBLISHED);
        assertThat(running(seed)).isZero();
    }

    @Test
    void anIncompleteSeedIsRemindedOfAndWithdrawnAfterSixtyDays() {
        String seed = seedFixture.registered();
        begin(Transfer.Origin.SEED, seed);
        desk.complete(seed, CHECK, Map.of("result", "INCOMPLETE", "reason", "The power of attorney is missing."));
        EngineTime.pass(Duration.ofDays(15));
        desk.runDueJobs(seed);
        assertThat(desk.task(seed, "Task_CompleteRegistration").getPriority()).isEqualTo(Escalation.REMINDED);
        EngineTime.pass(Duration.ofDays(46));
        desk.runDueJobs(seed);
        assertThat(seeds.numbered(seed).status()).isEqualTo(Seed.Status.WITHDRAWN);
        assertThat(running(seed)).isZero();
    }

    @Test
    void aNeedThatWaitsIsShownTheSeedThatAnImportBrings() throws IOException {
        String need = hearing.receive(
                        "test", null, needFixture.company(), need("Squeaky hinges", "Vault hinges squeak."), false)
                .number();
        transferOfNeed(need);
        assertThat(waitsForNews(need)).isTrue();

        importSeeds(IntStream.range(0, 700)
                .mapToObj(i -> i == 600 ? "Silent vault hinges that never squeak" : "Tambourine " + i)
                .toList());

        Await.until(() -> !waitsForNews(need));
        desk.runDueJobs(need);
        Task review = desk.task(need, REVIEW);
        assertThat(desk.facts(review).toString())
                .contains("Silent vault hinges")
                .doesNotContain("Tambourine");
        desk.complete(review, draft(review.getId()));
        assertThat(waitsForNews(need)).isTrue();
    }

    @Test
    void anImportReachesWhoeverWaitsHoweverManyDo() throws IOException {
        List<String> waiting = IntStream.range(0, 12)
                .mapToObj(i -> hearing.receive(
                                "test",
                                null,
                                needFixture.company(),
                                need("Frayed bellows", "The leather bellows of our forges fray at their folds."),
                                false)
                        .number())
                .toList();
        waiting.forEach(this::transferOfNeed);

        importSeeds(List.of("Leather bellows for forges that never fray at their folds"));

        Await.until(() -> waiting.stream().noneMatch(this::waitsForNews));
    }

    @Test
    void anImportThatBringsNothingForAWaitingRecordLeavesItWaiting() throws IOException {
        String need = hearing.receive(
                        "test", null, needFixture.company(), need("Dull chisels", "Chisels go dull on teak."), false)
                .number();
        transferOfNeed(need);

        importSeeds(List.of("Ocarina", "Zither"));

        Await.until(this::importIsTold);
        assertThat(waitsForNews(need)).isTrue();
    }

    @Test
    void aRecordIsRenewedAfterAYearOrClosed() {
        String seed = publishedTransfer();
        EngineTime.pass(Duration.ofDays(370));
        desk.runDueJobs(seed);
        desk.complete(seed, RENEW_RECORD, Map.of("renewed", "true"));
        finishMatching(seed);
        assertThat(waitsForNews(seed)).isTrue();

        EngineTime.pass(Duration.ofDays(370));
        desk.runDueJobs(seed);
        assertThatThrownBy(() -> desk.complete(seed, RENEW_RECORD, Map.of("renewed", "false")))
                .hasRootCauseMessage("Say why the record is closed.");
        desk.complete(seed, RENEW_RECORD, Map.of("renewed", "false", "reason", "The owner gave it up."));
        assertThat(seeds.numbered(seed).status()).isEqualTo(Seed.Status.WITHDRAWN);
        assertThat(running(seed)).isZero();
    }

    @Test
    void aNeedThatIsClosedDuringItsHearingEndsItsTransfer() {
        String need = needFixture.received();
        begin(Transfer.Origin.NEED, need);
        assertThat(needs.numbered(need).status()).isEqualTo(Need.Status.RECEIVED);
        hearing.close(need, "Bought elsewhere.");
        Await.until(() -> running(need) == 0);
    }

    private String publishedTransfer() {
        String seed = seedFixture.registered();
        begin(Transfer.Origin.SEED, seed);
        publish(seed);
        finishMatching(seed);
        return seed;
    }

    private static NeedContent need(String title, String problem) {
        return new NeedContent("en", title, problem, "", null, null, List.of(), null, null, true);
    }

    private void importSeeds(List<String> titles) throws IOException {
        String rows = IntStream.range(0, titles.size())
                .mapToObj(i -> """
                        {"id": "%d", "number": "%d", "title": "%s", "outline": "As its name says.", "applicant": "Mill"}
                        """.formatted(i, i, titles.get(i)))
                .collect(Collectors.joining());
        UUID begun = imports.start(
                        new Imports.Wanted(
                                "seeds", "test-" + UUID.randomUUID(), true, false, Format.JSON_LINES, null, "mill"),
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)))
                .id();
        Await.until(() -> imports.job(begun).state() == Imports.State.DONE);
    }

    private boolean importIsTold() {
        return jdbc.sql("SELECT count(*) FROM event_publication WHERE event_type ~ 'Imports|ImportNews'")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private String needTransfer() {
        String need = needFixture.received();
        transferOfNeed(need);
        return need;
    }

    private void transferOfNeed(String need) {
        begin(Transfer.Origin.NEED, need);
        openNeed(need);
        finishMatching(need);
    }

    private void openNeed(String need) {
        desk.complete(
                need,
                "Task_AcknowledgeNeed",
                Map.of("hearingOn", LocalDate.now(clock).plusDays(7).toString()));
        var hear = desk.task(need, "Task_HearNeed");
        Map<String, Object> answer = draft(hear.getId());
        answer.put("decision", "OPEN");
        desk.complete(hear, answer);
    }

    private void begin(Transfer.Origin origin, String record) {
        transfers.start(
                origin,
                origin == Transfer.Origin.SEED ? record : null,
                origin == Transfer.Origin.NEED ? record : null,
                null);
        desk.runDueJobs(record);
    }

    private void publish(String seed) {
        desk.runDueJobs(seed);
        desk.complete(seed, CHECK, Map.of("result", "COMPLETE"));
        desk.complete(seed, EVALUATE, evaluation("LICENSABLE"));
    }

    private static Map<String, Object> evaluation(String verdict) {
        return Map.of(
                "verdict",
                verdict,
                "legalStatus",
                5,
                "market",
                4,
                "maturity",
                3,
                "licensability",
                4,
                "comment",
                "Looked at closely.");
    }

    private void assertWaitsWithoutMatch(String record) {
        desk.runDueJobs(record);
        assertThat(matching.proposals(record)).isEmpty();
        assertThat(waitsForNews(record)).isTrue();
    }

    private void acceptTheOnlyCandidate(String record) {
        desk.runDueJobs(record);
        String match = matching.proposals(record).get(0).number();
        desk.complete(record, REVIEW, Map.of("decisions", List.of(Map.of("matchNumber", match, "decision", "ACCEPT"))));
    }

    /** The case runs under the record's transfer, which looks for further matches when the case has ended. */
    private void assertBecomesItsCase(String record, String seed, String need, Side foundFrom) {
        LicensingCase opened = cases.ofPair(seed, need).orElseThrow();
        assertThat(opened.foundFrom()).contains(foundFrom);
        desk.runDueJobs(record);
        desk.runDueJobs(opened.number());
        assertThat(runsAsCase(opened)).isTrue();
        negotiations.withdraw(opened.number(), Side.LICENSEE, "Reorganisation.");
        assertThat(cases.of(opened.number()).outcome()).isEqualTo(OutcomeCode.WITHDRAWN);
        assertThat(runsAsCase(opened)).isFalse();
        assertThat(waitsForNews(record)).isTrue();
    }

    /** Puts off what the shortlist proposes, where it proposes something. */
    private void finishMatching(String record) {
        desk.runDueJobs(record);
        if (desk.open(record).contains(REVIEW)) {
            var review = desk.task(record, REVIEW);
            desk.complete(review, draft(review.getId()));
        }
    }

    private boolean waitsForNews(String record) {
        return processes
                        .createExecutionQuery()
                        .processInstanceBusinessKey(record)
                        .messageEventSubscriptionName("candidates-changed")
                        .count()
                == 1;
    }

    private long running(String number) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .count();
    }

    private boolean runsAsCase(LicensingCase licensingCase) {
        return processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(LicensingCaseProcess.KEY)
                        .processInstanceBusinessKey(licensingCase.number())
                        .count()
                == 1;
    }

    /** What the form of the task holds before the user types. */
    private Map<String, Object> draft(String task) {
        try {
            return json.readValue(
                    tasks.getVariableLocal(task, UserTaskForm.ANSWER).toString(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(@Nullable String key, Map<String, Object> variables) {
        processes.startProcessInstanceByKey(TechnologyTransferProcess.KEY, key, variables);
    }
}
