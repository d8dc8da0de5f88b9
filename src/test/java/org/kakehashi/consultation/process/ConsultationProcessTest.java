package org.kakehashi.consultation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.consultation.Activities;
import org.kakehashi.consultation.Activity;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultation.Channel;
import org.kakehashi.consultation.Consultation.Question;
import org.kakehashi.consultation.Consultation.State;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.consultation.process.ConsultationProcess.Elements;
import org.kakehashi.needs.Needs;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Transfer;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedFixture;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class ConsultationProcessTest {

    private static final String LICENSING = "consult-tottori";
    private static final String SEEDS = "consult-seeds";
    private static final String INFORMATION = "consult-information";
    private static final String WORDS = "There are three published patents on such valves.";

    @Autowired
    Consultations consultations;

    @Autowired
    Activities activities;

    @Autowired
    Advisers advisers;

    @Autowired
    Needs needs;

    @Autowired
    Seeds seeds;

    @Autowired
    SeedFixture seedFixture;

    @Autowired
    SeedRegistration registration;

    @Autowired
    Transfers transfers;

    @Autowired
    LicensingCases cases;

    @Autowired
    Desk desk;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService processes;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoAdvisersOfTottori() {
        engage(LICENSING, Adviser.Kind.PATENT_LICENSING, "JP-31");
        engage(INFORMATION, Adviser.Kind.PATENT_INFORMATION, "JP-31");
    }

    @Test
    void aQuestionGoesToTheAdviserOfItsPrefectureWhoAnswersItByMail() {
        String number = asked("yamane@tottori.example");
        assertThat(desk.task(number, Elements.ANSWER_QUESTION).getAssignee()).isEqualTo(LICENSING);
        answer(number, LICENSING, "ANSWER", Map.of("minutes", 40));
        assertThat(consultations.of(number).state()).isEqualTo(State.ANSWERED);
        assertThat(letters("yamane@tottori.example"))
                .containsExactly("Your question has been answered (" + number + ")");
        assertThat(running(number)).isZero();
        assertThat(activity(LICENSING, number).facts())
                .returns(40, Activity.Facts::minutes)
                .returns(Activity.Kind.CONSULTATION, Activity.Facts::kind);
    }

    @Test
    void whoIsAskedBackRepliesAndTheAdviserGoesOn() {
        String number = asked("kato@tottori.example");
        answer(number, LICENSING, "ASK_BACK", Map.of("minutes", 5));
        assertThat(consultations.of(number).state()).isEqualTo(State.ASKED_BACK);
        assertThat(desk.open(number)).isEmpty();
        consultations.reply(number, "It is for salt water.");
        desk.runDueJobs(number);
        assertThat(desk.facts(desk.task(number, Elements.ANSWER_QUESTION)).toString())
                .contains("It is for salt water.");
        assertThatThrownBy(() -> consultations.reply(number, "Once more."))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has moved on meanwhile: Waits for an answer");
    }

    @Test
    void whoNeverRepliesHasTheQuestionClosed() {
        String number = asked("silent@tottori.example");
        answer(number, LICENSING, "ASK_BACK", Map.of("minutes", 5));
        EngineTime.pass(Duration.ofDays(22));
        desk.runDueJobs(number);
        assertThat(consultations.of(number).state()).isEqualTo(State.UNREPLIED);
        assertThat(running(number)).isZero();
    }

    @Test
    void aReferralGoesToAPatentInformationAdviserOnce() {
        String number = asked("abe@tottori.example");
        answer(number, LICENSING, "REFER", Map.of("minutes", 10));
        assertThat(desk.task(number, Elements.ANSWER_QUESTION).getAssignee()).isEqualTo(INFORMATION);
        assertThatThrownBy(() -> answer(number, INFORMATION, "REFER", Map.of("minutes", 10)))
                .hasMessageContaining("with a patent information adviser already");
        answer(number, INFORMATION, "ANSWER", Map.of("minutes", 10));
        assertThat(running(number)).isZero();
        assertThat(consultations.wholeSheet(number).messages())
                .extracting(Consultation.Message::internal)
                .as("the asker does not read the referral")
                .containsExactly(false, true, false);
    }

    @Test
    void aQuestionBecomesANeedOnItsWay() {
        String number = asked("need@tottori.example");
        assertThatThrownBy(() -> answer(number, LICENSING, "NEED", Map.of("minutes", 30)))
                .hasMessageContaining("Give the title, the description and the kind of organisation.");
        answer(number, LICENSING, "NEED", found());
        Consultation settled = consultations.of(number);
        assertThat(settled.state()).isEqualTo(State.BECAME_NEED);
        assertThat(needs.numbered(String.valueOf(settled.recordNumber())).title())
                .isEqualTo("Valve for salt water");
    }

    @Test
    void aQuestionBecomesASeedOnItsWay() {
        String number = asked("seed@tottori.example");
        assertThatThrownBy(() -> answer(number, LICENSING, "SEED", found()))
                .hasMessageContaining("Give the number of the patent or its application.");
        Map<String, Object> found = new HashMap<>(found());
        found.put("applicationNumber", "JP 2024-000123");
        answer(number, LICENSING, "SEED", found);
        Consultation settled = consultations.of(number);
        assertThat(settled.state()).isEqualTo(State.BECAME_SEED);
        assertThat(seeds.numbered(String.valueOf(settled.recordNumber())).title())
                .isEqualTo("Valve for salt water");
    }

    @Test
    void interestInASeedGoesToItsAdviserWhoStartsATechnologyTransfer() {
        String seed = seedInHandOf(SEEDS);
        String number = interested(seed, Consultation.Wish.LICENCE);
        var task = desk.task(number, Elements.ANSWER_QUESTION);
        assertThat(task.getAssignee()).isEqualTo(SEEDS);
        assertThat(desk.facts(task).toString())
                .contains(seed, "Use it under a licence", "The owner offers this", "\"TRANSFER\"");

        assertThatThrownBy(() -> answer(number, SEEDS, "TRANSFER", Map.of("minutes", 20)))
                .hasMessageContaining("Choose the kind of organisation");
        answer(number, SEEDS, "TRANSFER", Map.of("minutes", 20, "organisationType", "SME"));
        Consultation settled = consultations.of(number);
        assertThat(settled.state()).isEqualTo(State.BECAME_CASE);
        LicensingCase opened = cases.of(String.valueOf(settled.recordNumber()));
        assertThat(opened.seedNumber()).isEqualTo(seed);
        assertThat(needs.numbered(opened.needNumber()).problem()).isEqualTo("Who has a valve that does not stick?");
        desk.runDueJobs(opened.matchNumber());
        desk.runDueJobs(opened.number());
        assertThat(cases.of(opened.number()).party(Side.LICENSOR).adviser()).isEqualTo(SEEDS);
    }

    @Test
    void interestInASeedThatNobodyHasInHandGoesToTheAdviserOfTheAskersPrefecture() {
        String seed = seedFixture.licensablePatent();
        registration.publish(seed);
        String number = interested(seed, Consultation.Wish.INFORMATION);
        assertThat(desk.task(number, Elements.ANSWER_QUESTION).getAssignee()).isEqualTo(LICENSING);
    }

    @Test
    void aQuestionAboutNoSeedStartsNoTransfer() {
        String number = asked("no-seed@tottori.example");
        assertThat(desk.facts(desk.task(number, Elements.ANSWER_QUESTION)).toString())
                .doesNotContain("TRANSFER");
        assertThatThrownBy(() -> answer(number, LICENSING, "TRANSFER", Map.of("minutes", 5, "organisationType", "SME")))
                .hasMessageContaining("about no seed of the portal");
    }

    private String seedInHandOf(String adviser) {
        engage(adviser, Adviser.Kind.PATENT_LICENSING, "JP-47");
        String seed = seedFixture.licensablePatent();
        registration.publish(seed);
        transfers.enter(Transfer.Origin.SEED, seed, null);
        transfers.assign(seed, adviser);
        return seed;
    }

    private String interested(String seed, Consultation.Wish wish) {
        Question question = question("interest-" + seed + "@tottori.example");
        String number = consultations.ask(
                Channel.PROGRAM,
                new Question(question.asker(), null, new Consultation.Interest(seed, wish), question.text()),
                List.of());
        desk.runDueJobs(number);
        return number;
    }

    @Test
    void whatIsNoQuestionIsDismissedWithoutALetterAndWithoutAnActivity() {
        String number = asked("spam@tottori.example");
        answer(number, LICENSING, "DISMISS", Map.of());
        assertThat(consultations.of(number).state()).isEqualTo(State.DISMISSED);
        assertThat(letters("spam@tottori.example")).isEmpty();
    }

    @Test
    void whoCameByPhoneIsNotAskedBackByMail() {
        String number = asked(null);
        assertThatThrownBy(() -> answer(number, LICENSING, "ASK_BACK", Map.of("minutes", 5)))
                .hasMessageContaining("No mail address is known");
        assertThat(desk.open(number)).containsExactly(Elements.ANSWER_QUESTION);
    }

    @Test
    void theMinutesAreAskedForAsTheyCount() {
        String number = asked("minutes@tottori.example");
        assertThatThrownBy(() -> answer(number, LICENSING, "ANSWER", Map.of()))
                .hasMessageContaining("Enter how many minutes");
        assertThat(consultations.of(number).state()).isEqualTo(State.OPEN);
    }

    @Test
    void anAnswerOverdueGoesToTheManagers() {
        String number = asked("late@tottori.example");
        EngineTime.pass(Duration.ofDays(12));
        desk.runDueJobs(number);
        assertThat(tasks.getIdentityLinksForTask(
                        desk.task(number, Elements.ANSWER_QUESTION).getId()))
                .anyMatch(link -> Roles.MANAGERS.equals(link.getGroupId()));
    }

    private String asked(@Nullable String email) {
        String number = consultations.ask(email == null ? Channel.PHONE : Channel.PROGRAM, question(email), List.of());
        desk.runDueJobs(number);
        return number;
    }

    private static Question question(@Nullable String email) {
        return new Question(
                new Consultation.Asker("Yamane", "Tottori Valves K.K.", email, null, Prefecture.of("JP-31"), "en"),
                TechnologyField.ELECTRICAL_MACHINERY,
                "Who has a valve that does not stick?");
    }

    private static Map<String, Object> found() {
        return Map.of(
                "minutes", 30,
                "organisationType", "SME",
                "title", "Valve for salt water",
                "description", "A valve that does not stick after months in salt water.");
    }

    private void answer(String number, String adviser, String decision, Map<String, ?> more) {
        Map<String, Object> answer = new HashMap<>(Map.of("decision", decision, "text", WORDS));
        answer.putAll(more);
        user.acting(adviser, Set.of(Roles.ADVISERS), () -> {
            desk.complete(number, Elements.ANSWER_QUESTION, answer);
            return number;
        });
    }

    private Activity activity(String adviser, String number) {
        return user.acting(
                adviser,
                Set.of(Roles.ADVISERS),
                () ->
                        activities
                                .find(new Activities.Wish(adviser, null, null, null, null), PageRequest.of(0, 200))
                                .stream()
                                .filter(each -> number.equals(each.facts().number()))
                                .findFirst()
                                .orElseThrow());
    }

    private List<String> letters(String recipient) {
        return jdbc.sql("SELECT subject FROM mail WHERE recipient = ? ORDER BY written_at")
                .param(recipient)
                .query(String.class)
                .list();
    }

    private long running(String number) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private void engage(String name, Adviser.Kind kind, String prefecture) {
        if (!advisers.existsById(name)) {
            var adviser = new Adviser(
                    name,
                    new Adviser.Profile(
                            name,
                            null,
                            name + "@example.jp",
                            Prefecture.of(prefecture),
                            "A prefecture",
                            Set.of(),
                            Set.of("en", "ja")));
            adviser.engaged(new Adviser.Engagement(kind, null, null, null));
            advisers.saveAndFlush(adviser);
        }
    }
}
