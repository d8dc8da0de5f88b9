package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.negotiation.CaseFixture.LICENSEE_ADVISER;
import static org.kakehashi.negotiation.CaseFixture.LICENSOR_ADVISER;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.CONFIRM_MATCH;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.PREPARE_SUMMARY;
import static org.kakehashi.negotiation.process.IntroductionProcess.Elements.RECORD_CONSENT;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class IntroductionProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    StageHost host;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    Negotiations negotiations;

    @Autowired
    TaskService tasks;

    @Autowired
    Journal journal;

    LicensingCase licensingCase;
    String number;

    @BeforeEach
    void openCase() {
        licensingCase = fixture.open();
        number = licensingCase.number();
    }

    @Test
    void theOtherSidesAdviserConfirmsThenBothSidesConsent() {
        host.begin(IntroductionProcess.KEY, licensingCase, LICENSOR_ADVISER);
        assertThat(desk.task(number, CONFIRM_MATCH).getAssignee()).isEqualTo(LICENSOR_ADVISER);
        desk.complete(number, CONFIRM_MATCH, Map.of("confirmed", "true"));
        summarise();
        assertThat(desk.open(number)).containsExactly(RECORD_CONSENT, RECORD_CONSENT);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.BOTH);

        desk.complete(consentOf(LICENSOR_ADVISER), Map.of("consents", "true"));
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LICENSEE);
        desk.complete(consentOf(LICENSEE_ADVISER), Map.of("consents", "true"));

        assertThat(host.isOver(licensingCase)).isTrue();
        LicensingCase introduced = cases.of(number);
        assertThat(introduced.isOpen()).isTrue();
        assertThat(introduced.confidentiality()).isEqualTo(Confidentiality.INTRODUCED);
        assertThat(introduced.stage()).isEqualTo(Stage.INTRODUCTION);
    }

    @Test
    void anIntroductionMadeElsewhereNeedsNoConfirmation() {
        host.begin(IntroductionProcess.KEY, licensingCase, null);
        assertThat(desk.open(number)).containsExactly(PREPARE_SUMMARY);
    }

    @Test
    void theOtherSidesAdviserDeclinesTheMatchWithAReason() {
        host.begin(IntroductionProcess.KEY, licensingCase, LICENSOR_ADVISER);
        assertThatThrownBy(() -> desk.complete(number, CONFIRM_MATCH, Map.of("confirmed", "false")))
                .hasRootCauseMessage("Choose the reason why the match is declined.");
        desk.complete(
                number,
                CONFIRM_MATCH,
                Map.of("confirmed", "false", "reason", "MATURITY", "text", "Only tried on glass so far."));

        assertThat(host.isOver(licensingCase)).isTrue();
        assertEnded(OutcomeCode.DECLINED_FIT, "Not mature enough. Only tried on glass so far.");
    }

    @Test
    void aSideThatDoesNotConsentEndsTheCaseWithItsReason() {
        askForConsent();
        assertThatThrownBy(() -> desk.complete(consentOf(LICENSEE_ADVISER), Map.of("consents", "false")))
                .hasRootCauseMessage("Choose why the company declines.");
        desk.complete(
                consentOf(LICENSEE_ADVISER), StageHost.no("consents", "DECLINED_TIMING", "No budget before April."));

        assertThat(host.isOver(licensingCase)).isTrue();
        assertEnded(OutcomeCode.DECLINED_TIMING, "The licensee: No budget before April.");
    }

    @Test
    void aSideMayAnswerByMessageAndSayTheSameTwice() {
        askForConsent();
        negotiations.answer(consent(Side.LICENSOR, true, ""));
        negotiations.answer(consent(Side.LICENSOR, true, ""));
        assertThat(desk.open(number)).containsExactly(RECORD_CONSENT);
        assertThatThrownBy(() -> negotiations.answer(consent(Side.LICENSOR, false, "We think again.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has already answered");

        negotiations.answer(consent(Side.LICENSEE, true, ""));
        assertThat(host.isOver(licensingCase)).isTrue();
        assertThat(cases.of(number).isOpen()).isTrue();
    }

    @Test
    void anAnswerNobodyWaitsForIsRefusedAndNotKept() {
        host.begin(IntroductionProcess.KEY, licensingCase, null);
        assertThatThrownBy(() -> negotiations.answer(consent(Side.LICENSOR, true, "")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not wait for the licensor's answer on the introduction");
        summarise();
        assertThat(desk.open(number)).containsExactly(RECORD_CONSENT, RECORD_CONSENT);
    }

    @Test
    void aSideThatDoesNotAnswerIsRemindedThenTheCaseCloses() {
        askForConsent();
        desk.complete(consentOf(LICENSOR_ADVISER), Map.of("consents", "true"));
        EngineTime.pass(Duration.ofDays(8));
        desk.runDueJobs(number);
        assertThat(consentOf(LICENSEE_ADVISER).getPriority()).isEqualTo(Escalation.REMINDED);
        assertThat(journal.of(number)).extracting(Journal.Entry::event).contains("Reminder: consent of the licensee");

        EngineTime.pass(Duration.ofDays(23));
        desk.runDueJobs(number);
        assertThat(host.isOver(licensingCase)).isTrue();
        assertEnded(OutcomeCode.NO_RESPONSE, "The licensee did not answer on the introduction in time.");
    }

    @Test
    void everyTaskSaysWhenItIsDueAndWhatTheCaseIs() {
        host.begin(IntroductionProcess.KEY, licensingCase, null);
        Task task = desk.task(number, PREPARE_SUMMARY);
        assertThat(task.getDueDate()).isAfter(task.getFollowUpDate());
        assertThat(desk.facts(task).prop("caseNumber").stringValue()).isEqualTo(number);
        assertThat(desk.facts(task).prop("licensor").stringValue())
                .isEqualTo("Nomi Institute of Technology (Ishikawa)");
    }

    private void askForConsent() {
        host.begin(IntroductionProcess.KEY, licensingCase, null);
        summarise();
    }

    private void summarise() {
        desk.complete(number, PREPARE_SUMMARY, Map.of("summary", "A coating for plastic lenses."));
    }

    private Task consentOf(String adviser) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(RECORD_CONSENT)
                .taskAssignee(adviser)
                .singleResult();
    }

    private PartyAnswer.Given consent(Side side, boolean positive, String reason) {
        return new PartyAnswer.Given(number, Occasion.CONSENT, 1, side, positive, null, reason);
    }

    private void assertEnded(OutcomeCode outcome, String reason) {
        LicensingCase ended = cases.of(number);
        assertThat(ended.stage()).isEqualTo(Stage.ENDED);
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.outcomeReason()).isEqualTo(reason);
    }
}
