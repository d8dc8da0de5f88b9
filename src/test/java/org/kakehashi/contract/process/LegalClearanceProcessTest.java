package org.kakehashi.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Clearances;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.process.LegalClearanceProcess.Elements;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class LegalClearanceProcessTest {

    @Autowired
    private AgreedCases agreedCases;

    @Autowired
    private ContractDesk contracts;

    @Autowired
    private Clearances clearances;

    @Autowired
    private LicensingCases cases;

    @Autowired
    private TermSheets termSheets;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Desk desk;

    @Test
    void termsWithoutRestraintsAreClearedAtOnce() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assertThat(cases.of(number).stage()).isEqualTo(Stage.CLEARANCE);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LEGAL);
        assess(number, List.of(), null);
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
        assertThat(clearances.of(number).assessedBy()).isEqualTo("lawyer-1");
    }

    @Test
    void theFormShowsTheCaseAndTheAgreedTerms() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        var facts = desk.facts(desk.task(number, Elements.ASSESS_TERMS));
        assertThat(facts.prop("caseNumber").stringValue()).isEqualTo(number);
        assertThat(facts.prop("positions").toString()).contains("Field of use", "Pumps", "JPY 3,000,000", "3.5 %");
    }

    @Test
    void limitsOfFieldTerritoryAndTermAreFine() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("FIELD_LIMIT", "TERRITORY_LIMIT", "TERM_LIMIT"), "80");
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
    }

    @Test
    void aNoChallengeClauseIsMinorWithASmallMarketShare() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("NO_CHALLENGE"), "20");
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
    }

    @Test
    void aNoChallengeClauseOfAStrongSideIsClearedOnceItIsJustified() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("NO_CHALLENGE", "TERM_LIMIT"), "20.01");
        var facts = desk.facts(desk.task(number, Elements.JUSTIFY_TERMS));
        assertThat(facts.prop("findings").toString()).contains("Needs a reason", "JFTC", "Fine");
        contracts.as(
                "lawyer-1",
                Elements.JUSTIFY_TERMS,
                number,
                Map.of("justified", "true", "reason", "It settles a dispute on validity."));
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
        assertThat(clearances.of(number).justification()).isEqualTo("It settles a dispute on validity.");
    }

    @Test
    void aClauseThatCannotBeJustifiedSendsTheTermsBackToTheParties() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("TYING"), null);
        contracts.as(
                "lawyer-1",
                Elements.JUSTIFY_TERMS,
                number,
                Map.of("justified", "false", "reason", "The parts are sold by others as well."));
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.RETURNED);
        assertThat(termSheets.of(number).returnedWith()).contains("The parts are sold by others as well.");
        assertThat(cases.of(number).isOpen()).isTrue();
    }

    @Test
    void aForbiddenClauseGoesBackToThePartiesWithAComment() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("PRICE_FIXING", "FIELD_LIMIT"), "1");
        contracts.as(
                "lawyer-1",
                Elements.DECIDE_BLOCK,
                number,
                Map.of("decision", "RETURN_TO_TERMS", "comment", "Strike the resale price."));
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.RETURNED);
        assertThat(termSheets.of(number).returnedWith()).contains("Strike the resale price.");
    }

    @Test
    void termsThatCameBackAreAssessedAnew() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("GRANT_BACK"), null);
        contracts.as(
                "lawyer-1",
                Elements.DECIDE_BLOCK,
                number,
                Map.of("decision", "RETURN_TO_TERMS", "comment", "Leave the improvements to the licensee."));
        agreedCases.agree(number, AgreedCases.terms(LicenceKind.NON_EXCLUSIVE, "Small pumps", "Japan"));
        assertThatThrownBy(() -> clearances.of(number)).hasMessageContaining("have not been assessed yet");
    }

    @Test
    void aForbiddenClauseMayEndTheCase() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("RESEARCH_RESTRICTION"), null);
        contracts.as(
                "lawyer-1",
                Elements.DECIDE_BLOCK,
                number,
                Map.of("decision", "END_CASE", "comment", "The licensor insists on the research ban."));
        assertBlocked(number, "research ban");
    }

    @Test
    void aDecisionWithoutAWordLeavesTheTaskOpen() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of("ALTERNATIVES_BANNED"), null);
        assertThatThrownBy(() -> contracts.as(
                        "lawyer-1", Elements.DECIDE_BLOCK, number, Map.of("decision", "END_CASE", "comment", " ")))
                .hasMessageContaining("Comment: must not be empty");
        assertThat(desk.open(number)).containsExactly(Elements.DECIDE_BLOCK);
        assertThat(cases.of(number).isOpen()).isTrue();
    }

    @Test
    void aMarketShareBeyondTheWholeMarketIsRefused() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        assertThatThrownBy(() -> assess(number, List.of("TYING"), "100.01"))
                .hasMessageContaining("between 0 and 100 percent");
        assertThatThrownBy(() -> clearances.of(number)).hasMessageContaining("have not been assessed yet");
    }

    @Test
    void anAssessmentThatIsLateIsOfferedToTheManagersAsWell() {
        String number = clearing(agreedCases.seed(), LicenceKind.NON_EXCLUSIVE);
        EngineTime.pass(Duration.ofDays(20));
        desk.runDueJobs(number);
        Task task = desk.task(number, Elements.ASSESS_TERMS);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("legal", "managers");
        assess(number, List.of(), null);
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
    }

    @Test
    void anExclusiveGrantOverALiveLicenceIsBlocked() throws Exception {
        String seed = agreedCases.seed();
        Contract standing =
                agreedCases.signed(seed, AgreedCases.terms(LicenceKind.NON_EXCLUSIVE, "Pumps", "Worldwide"));
        String number = clearing(seed, LicenceKind.EXCLUSIVE);
        assess(number, List.of(), null);
        assertBlocked(number, standing.number());
    }

    @Test
    void everyCoOwnerMustConsent() {
        String seed = agreedCases.seed(List.of("Tsukuba Ceramics", "Kaga University"), false, "9905538");
        String number = clearing(seed, LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of(), null);
        List<Task> asked = contracts.tasks(number, Elements.RECORD_CO_OWNER_CONSENT);
        assertThat(asked).hasSize(2);
        assertThat(asked.stream().map(task -> desk.facts(task).prop("coOwner").stringValue()))
                .containsExactlyInAnyOrder("Tsukuba Ceramics", "Kaga University");
        contracts.as("lawyer-1", asked.get(0), Map.of("consents", "true"));
        assertThat(contracts.position(number)).isEqualTo("Call_Clearance");
        contracts.as("lawyer-1", asked.get(1), Map.of("consents", "true"));
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
        assertThat(clearances.consents(number)).hasSize(2);
    }

    @Test
    void oneCoOwnersRefusalEndsTheCaseWithItsReason() {
        String seed = agreedCases.seed(List.of("Tsukuba Ceramics", "Kaga University"), false, "9905538");
        String number = clearing(seed, LicenceKind.NON_EXCLUSIVE);
        assess(number, List.of(), null);
        Task asked = contracts.tasks(number, Elements.RECORD_CO_OWNER_CONSENT).get(0);
        assertThatThrownBy(() -> contracts.as("lawyer-1", asked, Map.of("consents", "false")))
                .hasMessageContaining("Say why");
        contracts.as("lawyer-1", asked, Map.of("consents", "false", "note", "We work the patent ourselves."));
        assertBlocked(number, "We work the patent ourselves.");
        assertThat(desk.open(number)).isEmpty();
    }

    @Test
    void aPublicFunderApprovesARegisteredExclusiveLicence() {
        String number = clearing(agreedCases.seed(List.of(), true, "9905538"), LicenceKind.EXCLUSIVE_REGISTERED);
        assess(number, List.of(), null);
        contracts.as(
                "lawyer-1",
                Elements.RECORD_FUNDING_APPROVAL,
                number,
                Map.of("approves", "true", "note", "Approval 2026-114"));
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
        assertThat(clearances.of(number).funderNote()).isEqualTo("Approval 2026-114");
    }

    @Test
    void withoutThePublicFundersApprovalTheCaseEnds() {
        String number = clearing(agreedCases.seed(List.of(), true, "9905538"), LicenceKind.ASSIGNMENT);
        assess(number, List.of(), null);
        contracts.as(
                "lawyer-1",
                Elements.RECORD_FUNDING_APPROVAL,
                number,
                Map.of("approves", "false", "note", "The buyer is abroad."));
        assertBlocked(number, "The buyer is abroad.");
    }

    @Test
    void aLicenceByContractNeedsNoFunder() {
        String number = clearing(agreedCases.seed(List.of(), true, "9905538"), LicenceKind.EXCLUSIVE);
        assess(number, List.of(), null);
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.CLEARED);
    }

    private String clearing(String seed, LicenceKind kind) {
        String number = agreedCases.agreed(seed, AgreedCases.terms(kind, "Pumps", "Japan"));
        contracts.clear(number);
        return number;
    }

    private void assess(String number, List<String> restraints, String marketShare) {
        contracts.as(
                "lawyer-1",
                Elements.ASSESS_TERMS,
                number,
                marketShare == null
                        ? Map.of("restraints", restraints)
                        : Map.of("restraints", restraints, "marketSharePercent", marketShare));
    }

    private void assertBlocked(String number, String reason) {
        assertThat(contracts.position(number)).isEqualTo(ContractDesk.ENDED);
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(number).outcomeReason()).contains(reason);
    }
}
