package org.kakehashi.registry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.platform.camunda.InputRejected;
import org.kakehashi.platform.mail.MailServer;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.Seeds;
import org.kakehashi.registry.process.SeedRegistrationProcess.Elements;
import org.kakehashi.registry.process.SeedRegistrationProcess.Variables;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class SeedRegistrationProcessTest {

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    Desk desk;

    @Autowired
    Seeds seeds;

    @Autowired
    SeedFixture fixture;

    @Autowired
    MailServer mail;

    @Test
    void aCompleteAndLicensableSeedIsPublishedForAYear() {
        String seed = begin(fixture.registered());
        desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE"));
        desk.complete(seed, Elements.EVALUATE_SEED, scores("LICENSABLE"));
        assertThat(status(seed)).isEqualTo(Seed.Status.PUBLISHED);
        assertThat(seeds.numbered(seed).renewalDue()).isNotNull();
        assertThat(endOf(seed)).isEqualTo("EndEvent_SeedPublished");
    }

    @Test
    void theAdviserSeesTheSeedAndGetsTheTask() {
        String seed = begin(fixture.registered());
        desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE"));
        var task = desk.task(seed, Elements.EVALUATE_SEED);
        assertThat(task.getAssignee()).isEqualTo("adviser-17");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(desk.facts(task).prop("title").stringValue()).startsWith("Solid electrolyte sheet");
        assertThat(tasks.getVariableLocal(task.getId(), "caseNumber")).isEqualTo(seed);
    }

    @Test
    void aSeedThatIsNotLicensableLeavesWithItsReason() {
        String seed = begin(fixture.registered());
        desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE"));
        desk.complete(seed, Elements.EVALUATE_SEED, scores("NOT_LICENSABLE"));
        assertThat(status(seed)).isEqualTo(Seed.Status.NOT_LICENSABLE);
        assertThat(seeds.numbered(seed).statusReason()).isEqualTo("A crowded field.");
        assertThat(endOf(seed)).isEqualTo("EndEvent_NotLicensable");
    }

    @Test
    void aRefusedRegistrationEnds() {
        String seed = begin(fixture.registered());
        desk.complete(
                seed, Elements.CHECK_REGISTRATION, Map.of("result", "REFUSED", "reason", "The right has expired."));
        assertThat(status(seed)).isEqualTo(Seed.Status.NOT_LICENSABLE);
        assertThat(endOf(seed)).isEqualTo("EndEvent_RegistrationRefused");
    }

    @Test
    void anIncompleteRegistrationIsRemindedAndThenWithdrawn() {
        String seed = begin(fixture.registered());
        desk.complete(
                seed, Elements.CHECK_REGISTRATION, Map.of("result", "INCOMPLETE", "reason", "Claims are missing."));
        assertThat(status(seed)).isEqualTo(Seed.Status.INCOMPLETE);

        EngineTime.pass(Duration.ofDays(15));
        desk.runDueJobs(seed);
        assertThat(desk.task(seed, Elements.COMPLETE_REGISTRATION).getPriority())
                .isGreaterThan(50);
        assertThat(mail.deliver(SeedFixture.REGISTRANT))
                .anySatisfy(letter -> assertThat(letter).contains(seed, "Claims are missing."));

        EngineTime.pass(Duration.ofDays(46));
        desk.runDueJobs(seed);
        assertThat(status(seed)).isEqualTo(Seed.Status.WITHDRAWN);
        assertThat(endOf(seed)).isEqualTo("EndEvent_SeedWithdrawn");
    }

    @Test
    void aMissingPowerOfAttorneyHoldsTheSeedUntilItIsHandedIn() {
        String seed = begin(fixture.registered(SeedFixture.solidElectrolyte(List.of("Mizuho-no Chemical"), false)));
        assertThat(duplicatesAndPower(seed)).contains("**Missing**");
        assertThatThrownBy(() -> desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE")))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("power of attorney is missing");
        desk.complete(
                seed,
                Elements.CHECK_REGISTRATION,
                Map.of("result", "INCOMPLETE", "reason", "Power of attorney, please."));
        fixture.handInPowerOfAttorney(seed);
        desk.complete(
                seed,
                Elements.COMPLETE_REGISTRATION,
                Map.of(
                        "title", "Solid electrolyte sheet",
                        "outline", "A sheet.",
                        "applicationNumber", "2020-906640",
                        "registrationNumber", "",
                        "ipc", "H01M 10/0562; H01M 10/058"));
        assertThat(duplicatesAndPower(seed)).contains("Handed in");
        desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE"));
        assertThat(desk.open(seed)).containsExactly(Elements.EVALUATE_SEED);
        assertThat(seeds.numbered(seed).ipc()).containsExactly("H01M 10/0562", "H01M 10/058");
    }

    @Test
    void aPowerOfAttorneyThatIsOnlySaidToBeAtHandDoesNotSuffice() {
        String seed = begin(fixture.registered(SeedFixture.solidElectrolyte(List.of("Mizuho-no Chemical"), true)));
        assertThatThrownBy(() -> desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE")))
                .hasMessageContaining("missing as a file: add it to the record's files");
    }

    @Test
    void theRegistrarSeesWhichSeedsMayBeTheSamePatent() {
        String mark = String.valueOf(System.nanoTime());
        String outline =
                "Blade " + mark + " of folded steel turns in the wind by night and charges the cells of a lamp.";
        String first = fixture.registered(blade("Night lamp", outline, "特願２０２１－" + mark));
        String sameNumber = begin(fixture.registered(blade("Other lamp", "Shines.", "JP 2021-" + mark)));
        assertThat(duplicatesAndPower(sameNumber)).contains(first, "registered: same application number");

        String sameText = begin(fixture.registered(blade("Night lamp", outline.toUpperCase() + "!", "2022-" + mark)));
        assertThat(duplicatesAndPower(sameText)).contains(first, "text 100 % alike");

        String another = begin(fixture.registered(blade("Tea pot " + mark, "Pours without a drop.", "2023-" + mark)));
        assertThat(duplicatesAndPower(another)).contains("[]");
    }

    private static SeedContent blade(String title, String outline, String applicationNumber) {
        return SeedContent.of(
                "en",
                SeedContent.Texts.of(title, outline),
                SeedContent.Patent.of(title, "Nomi Institute of Technology", applicationNumber, null, List.of()));
    }

    private String duplicatesAndPower(String seed) {
        var facts = desk.facts(desk.task(seed, Elements.CHECK_REGISTRATION));
        return facts.prop("duplicates").toString()
                + facts.prop("powerOfAttorney").stringValue();
    }

    @Test
    void anOverdueEvaluationGoesToTheManagers() {
        String seed = begin(fixture.registered());
        desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE"));
        EngineTime.pass(Duration.ofDays(31));
        desk.runDueJobs(seed);
        assertThat(tasks.createTaskQuery()
                        .taskId(desk.task(seed, Elements.EVALUATE_SEED).getId())
                        .taskCandidateGroup("managers")
                        .includeAssignedTasks()
                        .count())
                .isOne();
    }

    @Test
    void wrongEntriesChangeNothingAndSayWhatToChange() {
        String seed = begin(fixture.registered());
        assertThatThrownBy(() -> desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of()))
                .hasMessageContaining("Choose complete, incomplete or refused.");
        assertThatThrownBy(() -> desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "INCOMPLETE")))
                .hasMessageContaining("Say what is missing");
        assertThatThrownBy(() -> desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "MAYBE")))
                .hasMessageContaining("MAYBE");
        assertThat(desk.open(seed)).containsExactly(Elements.CHECK_REGISTRATION);

        desk.complete(seed, Elements.CHECK_REGISTRATION, Map.of("result", "COMPLETE"));
        assertThatThrownBy(() -> desk.complete(
                        seed,
                        Elements.EVALUATE_SEED,
                        Map.of(
                                "legalStatus",
                                9,
                                "market",
                                3,
                                "maturity",
                                3,
                                "licensability",
                                3,
                                "comment",
                                "x",
                                "verdict",
                                "LICENSABLE")))
                .hasMessageContaining("Give a score from 1 to 5.");
        assertThat(status(seed)).isEqualTo(Seed.Status.REGISTERED);
    }

    private String begin(String seed) {
        processes.startProcessInstanceByKey(
                SeedRegistrationProcess.KEY,
                seed,
                Map.of(Variables.SEED_NUMBER, seed, Variables.RECORD_ADVISER, "adviser-17"));
        return seed;
    }

    private static Map<String, Object> scores(String verdict) {
        return Map.of(
                "legalStatus",
                4,
                "market",
                3,
                "maturity",
                2,
                "licensability",
                4,
                "comment",
                "A crowded field.",
                "verdict",
                verdict);
    }

    private Seed.Status status(String seed) {
        return seeds.numbered(seed).status();
    }

    private String endOf(String businessKey) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(SeedRegistrationProcess.KEY)
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> id.startsWith("EndEvent_") && !id.endsWith("Reminded") && !id.endsWith("Escalated"))
                .findFirst()
                .orElse("");
    }
}
