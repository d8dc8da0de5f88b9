package org.kakehashi.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kakehashi.negotiation.CaseFixture.LICENSEE_ADVISER;
import static org.kakehashi.negotiation.CaseFixture.LICENSOR_ADVISER;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.HOLD_TECHNICAL_MEETING;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.PREPARE_NDA;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.RECORD_EXPORT_PERMISSION;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.RECORD_NDA;
import static org.kakehashi.negotiation.process.ConfidentialityProcess.Elements.SCREEN_EXPORT;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.negotiation.ExportScreening;
import org.kakehashi.negotiation.ExportScreenings;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ConfidentialityProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    StageHost host;

    @Autowired
    CaseFixture fixture;

    @Autowired
    LicensingCases cases;

    @Autowired
    ExportScreenings screenings;

    @Autowired
    Negotiations negotiations;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    LicensingCase licensingCase;
    String number;

    @BeforeEach
    void beginStage() {
        licensingCase = fixture.open();
        number = licensingCase.number();
        host.begin(ConfidentialityProcess.KEY, licensingCase, null);
    }

    @Test
    void bothSidesSignTheExportGateOpensAndTheEngineersMeet() {
        sign();
        assertThat(cases.of(number).confidentiality()).isEqualTo(Confidentiality.NDA);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LEGAL);
        screen("KNOW_HOW", "DOMESTIC", true, false);
        assertThat(screenings
                        .findById(number)
                        .orElseThrow()
                        .rule()
                        .orElseThrow()
                        .reason())
                .isEqualTo("The technology is listed, but stays with a recipient in Japan.");
        assertThat(desk.task(number, HOLD_TECHNICAL_MEETING).getAssignee()).isEqualTo(LICENSEE_ADVISER);

        assertThatThrownBy(() -> meet(LocalDate.now(clock).plusDays(1)))
                .hasRootCauseMessage("Held on: the day lies in the future; record the meeting when it has been held.");
        meet(LocalDate.now(clock));
        assertThat(host.isOver(licensingCase)).isTrue();
        assertThat(cases.of(number).isOpen()).isTrue();
    }

    @Test
    void aSideThatRefusesTheConfidentialityAgreementEndsTheCase() {
        prepareNda();
        desk.complete(ndaOf(LICENSOR_ADVISER), StageHost.no("signed", "WITHDRAWN", "We do not disclose our process."));
        assertThat(host.isOver(licensingCase)).isTrue();
        assertEnded(OutcomeCode.WITHDRAWN, "The licensor: We do not disclose our process.");
    }

    @Test
    void signaturesMayArriveByMessage() {
        prepareNda();
        negotiations.answer(new PartyAnswer.Given(number, Occasion.NDA, 1, Side.LICENSEE, true, null, ""));
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LICENSOR);
        negotiations.answer(new PartyAnswer.Given(number, Occasion.NDA, 1, Side.LICENSOR, true, null, ""));
        assertThat(desk.open(number)).containsExactly(SCREEN_EXPORT);
    }

    @Test
    void anAgreementThatIsNotSignedInTimeGoesToTheManagers() {
        prepareNda();
        EngineTime.pass(Duration.ofDays(22));
        desk.runDueJobs(number);
        Task waiting = ndaOf(LICENSEE_ADVISER);
        assertThat(waiting.getPriority()).isEqualTo(Escalation.OVERDUE);
        assertThat(tasks.getIdentityLinksForTask(waiting.getId()))
                .anyMatch(link -> "managers".equals(link.getGroupId()));
    }

    @Test
    void theExportGateBlocksWhatMayServeWeapons() {
        sign();
        screen("KNOW_HOW", "ABROAD", true, true);
        assertThat(host.isOver(licensingCase)).isTrue();
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(number).outcomeReason())
                .startsWith("Export control: Use for weapons or a sanctioned party cannot be ruled out.")
                .contains("Rule: Foreign Exchange and Foreign Trade Act, article 25 (1)")
                .contains("Lifted by: METI");
    }

    @Test
    void listedKnowHowWaitsForItsPermissionAndGoesOnWithIt() {
        sign();
        screen("KNOW_HOW", "FOREIGN_CONTROLLED", true, false);
        assertThat(screenings.findById(number).orElseThrow().decision())
                .isEqualTo(ExportScreening.Decision.PERMISSION_NEEDED);
        desk.complete(
                number, RECORD_EXPORT_PERMISSION, Map.of("granted", "true", "reference", "METI 2026-114, drawings"));
        assertThat(desk.facts(desk.task(number, HOLD_TECHNICAL_MEETING))
                        .prop("exportDecision")
                        .stringValue())
                .isEqualTo("Permission granted: METI 2026-114, drawings");
    }

    @Test
    void aRefusedPermissionEndsTheCase() {
        sign();
        screen("KNOW_HOW", "ABROAD", true, false);
        desk.complete(number, RECORD_EXPORT_PERMISSION, Map.of("granted", "false", "reference", "METI 2026-115"));
        assertThat(host.isOver(licensingCase)).isTrue();
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(number).outcomeReason())
                .startsWith("Export permission refused: METI 2026-115. Listed know-how goes abroad");
    }

    private void sign() {
        prepareNda();
        desk.complete(ndaOf(LICENSOR_ADVISER), Map.of("signed", "true"));
        desk.complete(ndaOf(LICENSEE_ADVISER), Map.of("signed", "true"));
    }

    private void prepareNda() {
        desk.complete(number, PREPARE_NDA, Map.of("purpose", "To judge the coating.", "months", 12, "tailMonths", 36));
    }

    private void screen(String disclosure, String recipient, boolean listed, boolean concern) {
        desk.complete(
                number,
                SCREEN_EXPORT,
                Map.of(
                        "disclosure",
                        disclosure,
                        "recipient",
                        recipient,
                        "listed",
                        String.valueOf(listed),
                        "concern",
                        String.valueOf(concern),
                        "note",
                        "Appended table 1, item 10."));
    }

    private void meet(LocalDate day) {
        desk.complete(
                number,
                HOLD_TECHNICAL_MEETING,
                Map.of(
                        "heldOn",
                        day.toString(),
                        "participants",
                        "Two engineers of each side",
                        "minutes",
                        "Samples were shown.",
                        "evaluationWanted",
                        "false"));
    }

    private Task ndaOf(String adviser) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(RECORD_NDA)
                .taskAssignee(adviser)
                .singleResult();
    }

    private void assertEnded(OutcomeCode outcome, String reason) {
        assertThat(cases.of(number).outcome()).isEqualTo(outcome);
        assertThat(cases.of(number).outcomeReason()).isEqualTo(reason);
    }
}
