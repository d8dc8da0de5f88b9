package org.kakehashi.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.contract.AgreedCases;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.contract.process.ContractSigningProcess.Elements;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.documents.Documents;
import org.kakehashi.documents.drafting.PdfFile;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Negotiations;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.negotiation.PartyAnswers;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.camunda.Escalation;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Seals;
import org.kakehashi.signing.SignatureRequest;
import org.kakehashi.signing.Signatures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

@ProcessTest
class ContractSigningProcessTest {

    private static final Map<String, ?> APPROVED = Map.of("verdict", "APPROVED");
    private static final Map<String, ?> SIGNED = Map.of("signed", "true", "signatory", "President Mizuno");

    @Autowired
    private AgreedCases agreedCases;

    @Autowired
    private ContractDesk contractDesk;

    @Autowired
    private Contracts contracts;

    @Autowired
    private LicensingCases cases;

    @Autowired
    private Negotiations negotiations;

    @Autowired
    private PartyAnswers answers;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Seals seals;

    @Autowired
    private Documents documents;

    @Autowired
    private Journal journal;

    @Autowired
    private Desk desk;

    @Autowired
    private Clock clock;

    @Test
    void aNonExclusiveLicenceIsDraftedSignedReportedAndConcluded() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        assertThat(cases.of(number).stage()).isEqualTo(Stage.SIGNING);
        draftAndApprove(number);
        signBoth(number);
        Contract contract = contracts.ofCase(number).orElseThrow();
        assertThat(contract.status()).isEqualTo(Contract.Status.SIGNED);
        assertThat(cases.of(number).stage()).isEqualTo(Stage.REPORT);
        report(number);
        confirm(number, "manager-1");
        assertThat(contractDesk.position(number)).isEqualTo(ContractDesk.CONCLUDED);
        assertThat(contracts.of(contract.number()).status()).isEqualTo(Contract.Status.CONFIRMED);
        assertThat(contracts.of(contract.number()).confirmedBy()).isEqualTo("manager-1");
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.CONCLUDED);
    }

    @Test
    void whoeverDraftsDoesNotReview() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draft(number);
        assertThatThrownBy(() -> contractDesk.as("lawyer-1", Elements.REVIEW_DRAFT, number, APPROVED))
                .hasMessageContaining("somebody else reviews it");
        assertThat(desk.open(number)).containsExactly(Elements.REVIEW_DRAFT);
    }

    @Test
    void aDraftGoesBackWithWhatIsWrongAndTheThirdIsTheLast() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draft(number);
        assertThatThrownBy(() -> review(number, "CHANGES", "")).hasMessageContaining("Say in a comment");
        review(number, "CHANGES", "The field of use is missing.");
        assertThat(desk.facts(desk.task(number, Elements.DRAFT_CONTRACT))
                        .prop("drafts")
                        .toString())
                .contains("1 · Licence agreement, version 1", "The field of use is missing.");
        draft(number);
        review(number, "CHANGES", "Nearly there.");
        draft(number);
        assertThatThrownBy(() -> review(number, "CHANGES", "Once more.")).hasMessageContaining("the last one");
        contractDesk.as("lawyer-2", Elements.REVIEW_DRAFT, number, APPROVED);
        assertThat(contractDesk.tasks(number, Elements.RECORD_SIGNATURE)).hasSize(2);
    }

    @Test
    void aDraftThatCannotBecomeAContractEndsTheCase() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draft(number);
        review(number, "STOPPED", "The parties mean different patents.");
        assertEnded(number, OutcomeCode.LEGAL_BLOCK, "The parties mean different patents.");
    }

    @Test
    void eachSidesAdviserRecordsItsSignature() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.BOTH);
        Task licensee = signature(number, AgreedCases.LICENSEE_ADVISER);
        assertThat(desk.facts(licensee).prop("party").stringValue()).isEqualTo("Minatogawa Pumps (Hyogo)");
        assertThatThrownBy(() -> contractDesk.as(AgreedCases.LICENSEE_ADVISER, licensee, Map.of("signed", "true")))
                .hasMessageContaining("Say who signed");
        contractDesk.as(AgreedCases.LICENSEE_ADVISER, licensee, SIGNED);
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LICENSOR);
        assertThat(contracts.ofCase(number)).isEmpty();
    }

    @Test
    void aSignatureThatArrivesFromOutsideCountsOnce() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        var signed = new PartyAnswer.Given(number, Occasion.SIGNATURE, 1, Side.LICENSOR, true, null, "");
        negotiations.answer(signed);
        negotiations.answer(signed);
        assertThat(contractDesk.tasks(number, Elements.RECORD_SIGNATURE))
                .extracting(Task::getAssignee)
                .containsExactly(AgreedCases.LICENSEE_ADVISER);
    }

    @Test
    void aSideThatRefusesToSignWithdrawsFromTheCase() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        Task licensor = signature(number, AgreedCases.LICENSOR_ADVISER);
        assertThatThrownBy(() -> contractDesk.as(AgreedCases.LICENSOR_ADVISER, licensor, Map.of("signed", "false")))
                .hasMessageContaining("Say why");
        contractDesk.as(
                AgreedCases.LICENSOR_ADVISER,
                licensor,
                Map.of("signed", "false", "reason", "The board wants to work the patent itself."));
        assertEnded(number, OutcomeCode.WITHDRAWN, "The board wants to work the patent itself.");
        assertThat(desk.open(number)).isEmpty();
    }

    @Test
    void aSignedScanCountsWhenSomebodyElseHasConfirmedIt() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        int scan = scan(number);
        handIn(number, scan);
        assertThat(desk.open(number)).containsExactly(Elements.CONFIRM_SCAN, Elements.RECORD_SIGNATURE);
        assertThatThrownBy(() -> contractDesk.as(
                        AgreedCases.LICENSOR_ADVISER, Elements.CONFIRM_SCAN, number, Map.of("confirmed", "true")))
                .hasMessageContaining("somebody else confirms it");
        assertThat(answers.of(number)).isEmpty();
        contractDesk.as("lawyer-2", Elements.CONFIRM_SCAN, number, Map.of("confirmed", "true"));
        assertThat(cases.of(number).moveOf()).isEqualTo(Move.LICENSEE);
        contractDesk.as(AgreedCases.LICENSEE_ADVISER, signature(number, AgreedCases.LICENSEE_ADVISER), SIGNED);
        SignatureRequest sealed = signatures.ofCase(number).orElseThrow();
        assertThat(sealed.state()).isEqualTo(SignatureRequest.State.SEALED);
        assertThat(contracts.ofCase(number).orElseThrow().sealedSha256())
                .isEqualTo(sealed.sealed().sha256());
        assertThat(seals.verify(sealed).holds()).isTrue();
        assertThat(seals.verify(sealed).checks())
                .extracting(Seals.Check::subject)
                .contains("Signed scan");
    }

    @Test
    void aScanThatIsRejectedGoesBackToItsAdviser() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        handIn(number, scan(number));
        assertThatThrownBy(
                        () -> contractDesk.as("lawyer-2", Elements.CONFIRM_SCAN, number, Map.of("confirmed", "false")))
                .hasMessageContaining("Say in a comment");
        contractDesk.as(
                "lawyer-2",
                Elements.CONFIRM_SCAN,
                number,
                Map.of("confirmed", "false", "comment", "The second page is missing."));
        assertThat(desk.open(number)).containsExactly(Elements.RECORD_SIGNATURE, Elements.RECORD_SIGNATURE);
        assertThat(answers.of(number)).isEmpty();
        signBoth(number);
        assertThat(contracts.ofCase(number)).isPresent();
    }

    @Test
    void theTextForSignatureIsNoScanOfASignature() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        int text = signatures.ofCase(number).orElseThrow().text().document();
        assertThatThrownBy(() -> handIn(number, text)).hasMessageContaining("which nobody has signed");
        assertThatThrownBy(() -> handIn(number, 1)).hasMessageContaining("is no scan");
        assertThat(desk.open(number)).containsExactly(Elements.RECORD_SIGNATURE, Elements.RECORD_SIGNATURE);
        assertThat(signatures.ofCase(number).orElseThrow().signatures()).isEmpty();
    }

    @Test
    void aSealedContractTakesNoFurtherVersion() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        signBoth(number);
        int sealed = signatures.ofCase(number).orElseThrow().sealed().document();
        assertThatThrownBy(() -> asLegal(() -> documents.addVersion(number, sealed, pdf())))
                .hasMessageContaining("is sealed");
    }

    @Test
    void aSideThatDoesNotSignIsRemindedAfterTwoWeeks() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        contractDesk.as(AgreedCases.LICENSOR_ADVISER, signature(number, AgreedCases.LICENSOR_ADVISER), SIGNED);
        EngineTime.pass(Duration.ofDays(14).plusMinutes(1));
        desk.runDueJobs(number);
        assertThat(signature(number, AgreedCases.LICENSEE_ADVISER).getPriority())
                .isEqualTo(Escalation.REMINDED);
        assertThat(journal.of(number))
                .extracting(Journal.Entry::event)
                .contains("Reminder: signature of the licensee")
                .doesNotContain("Reminder: signature of the licensor");
    }

    @Test
    void aContractThatIsNotSignedByBothInSixtyDaysIsVoid() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        contractDesk.as(AgreedCases.LICENSOR_ADVISER, signature(number, AgreedCases.LICENSOR_ADVISER), SIGNED);
        EngineTime.pass(Duration.ofDays(60).plusMinutes(1));
        desk.runDueJobs(number);
        assertEnded(number, OutcomeCode.TIMED_OUT, "not signed by both sides");
        SignatureRequest request = signatures.ofCase(number).orElseThrow();
        assertThat(request.state()).isEqualTo(SignatureRequest.State.CLOSED);
        assertThatThrownBy(() -> signatures.signByLink(
                        number,
                        Side.LICENSEE,
                        "Rie",
                        "rie@example.jp",
                        request.text().sha256()))
                .hasMessageContaining("no longer open for signature");
        assertThat(contracts.ofCase(number)).isEmpty();
        assertThat(desk.open(number)).isEmpty();
    }

    @Test
    void aRightGivenElsewhereInTheMeantimeStopsTheContractAtTheRegister() throws Exception {
        String seed = agreedCases.seed();
        String number = agreedCases.agreed(seed, AgreedCases.terms(LicenceKind.NON_EXCLUSIVE, "Pumps", "Japan"));
        contractDesk.sign(number);
        draftAndApprove(number);
        contractDesk.as(AgreedCases.LICENSOR_ADVISER, signature(number, AgreedCases.LICENSOR_ADVISER), SIGNED);
        Contract faster = agreedCases.signed(seed, AgreedCases.terms(LicenceKind.EXCLUSIVE, "Pumps; valves", "Japan"));
        contractDesk.as(AgreedCases.LICENSEE_ADVISER, signature(number, AgreedCases.LICENSEE_ADVISER), SIGNED);
        assertThat(contractDesk.position(number)).isEqualTo(ContractDesk.ENDED);
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(number).outcomeReason()).contains(faster.number());
        assertThat(contracts.ofCase(number)).isEmpty();
    }

    @Test
    void aRegisteredExclusiveLicenceWaitsForThePatentOfficesReceipt() {
        String number = signing(LicenceKind.EXCLUSIVE_REGISTERED);
        draftAndApprove(number);
        signBoth(number);
        assertThat(cases.of(number).stage()).isEqualTo(Stage.REGISTRATION);
        contractDesk.as("registrar-1", Elements.FILE_REGISTRATION, number, Map.of("filedOn", today()));
        contractDesk.as(
                "registrar-1",
                Elements.RECORD_RECEIPT,
                number,
                Map.of("receiptNumber", "2026-7731", "receivedOn", today()));
        Contract contract = contracts.ofCase(number).orElseThrow();
        assertThat(contract.status()).isEqualTo(Contract.Status.REGISTERED);
        assertThat(contract.receiptNumber()).isEqualTo("2026-7731");
        report(number);
        confirm(number, "manager-1");
        assertThat(contractDesk.position(number)).isEqualTo(ContractDesk.CONCLUDED);
    }

    @Test
    void aReceiptThatArrivesFromOutsideCountsOnce() {
        String number = signing(LicenceKind.EXCLUSIVE_REGISTERED);
        draftAndApprove(number);
        signBoth(number);
        String contract = contracts.ofCase(number).orElseThrow().number();
        assertThatThrownBy(() -> contracts.receiptArrived(contract, "2026-7731", LocalDate.now(clock)))
                .hasMessageContaining("has not been filed yet");
        contractDesk.as("registrar-1", Elements.FILE_REGISTRATION, number, Map.of("filedOn", today()));
        contracts.receiptArrived(contract, "2026-7731", LocalDate.now(clock));
        contracts.receiptArrived(contract, "2026-7731", LocalDate.now(clock));
        assertThat(desk.open(number)).containsExactly(Elements.REPORT_CONCLUSION);
    }

    @Test
    void theDeedOfAnAssignmentIsFiledOnlyWithItsStamps() {
        String number = signing(LicenceKind.ASSIGNMENT);
        draftAndApprove(number);
        signBoth(number);
        assertThat(desk.facts(desk.task(number, Elements.FILE_REGISTRATION))
                        .prop("contract")
                        .prop("stampDuty")
                        .stringValue())
                .isEqualTo("JPY 2,000");
        assertThatThrownBy(() ->
                        contractDesk.as("registrar-1", Elements.FILE_REGISTRATION, number, Map.of("filedOn", today())))
                .hasMessageContaining("put the stamps on it first");
        contractDesk.as(
                "registrar-1", Elements.FILE_REGISTRATION, number, Map.of("filedOn", today(), "stampDutyPaid", true));
        assertThat(desk.open(number)).containsExactly(Elements.RECORD_RECEIPT);
    }

    @Test
    void theAssignmentOfAnApplicationNeedsNoPatentOffice() {
        String seed = agreedCases.seed(List.of(), false, null);
        String number = agreedCases.agreed(seed, AgreedCases.terms(LicenceKind.ASSIGNMENT, "All", "All"));
        contractDesk.sign(number);
        draftAndApprove(number);
        signBoth(number);
        assertThat(desk.open(number)).containsExactly(Elements.REPORT_CONCLUSION);
    }

    @Test
    void aReportGoesBackUntilAManagerIsConvinced() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        signBoth(number);
        report(number);
        assertThatThrownBy(() ->
                        contractDesk.as("manager-1", Elements.CONFIRM_CONCLUSION, number, Map.of("counts", "false")))
                .hasMessageContaining("Say in a comment");
        contractDesk.as(
                "manager-1",
                Elements.CONFIRM_CONCLUSION,
                number,
                Map.of("counts", "false", "comment", "Name the adviser's part."));
        assertThat(desk.open(number)).containsExactly(Elements.REPORT_CONCLUSION);
        report(number);
        confirm(number, "manager-1");
        assertThat(cases.of(number).outcome()).isEqualTo(OutcomeCode.CONCLUDED);
    }

    @Test
    void whoeverReportsDoesNotConfirm() {
        String number = signing(LicenceKind.NON_EXCLUSIVE);
        draftAndApprove(number);
        signBoth(number);
        report(number);
        assertThatThrownBy(() -> confirm(number, AgreedCases.LICENSEE_ADVISER))
                .hasMessageContaining("another manager decides");
        assertThat(cases.of(number).isOpen()).isTrue();
    }

    private String signing(LicenceKind kind) {
        String number = agreedCases.agreed(agreedCases.seed(), AgreedCases.terms(kind, "Pumps", "Japan"));
        contractDesk.sign(number);
        return number;
    }

    private void draft(String number) {
        contractDesk.as("lawyer-1", Elements.DRAFT_CONTRACT, number, Map.of("document", 1));
    }

    private void review(String number, String verdict, String comment) {
        contractDesk.as("lawyer-2", Elements.REVIEW_DRAFT, number, Map.of("verdict", verdict, "comment", comment));
    }

    private void draftAndApprove(String number) {
        draft(number);
        contractDesk.as("lawyer-2", Elements.REVIEW_DRAFT, number, APPROVED);
    }

    private void signBoth(String number) {
        contractDesk.as(AgreedCases.LICENSOR_ADVISER, signature(number, AgreedCases.LICENSOR_ADVISER), SIGNED);
        contractDesk.as(AgreedCases.LICENSEE_ADVISER, signature(number, AgreedCases.LICENSEE_ADVISER), SIGNED);
    }

    private void handIn(String number, int scan) {
        contractDesk.as(
                AgreedCases.LICENSOR_ADVISER,
                signature(number, AgreedCases.LICENSOR_ADVISER),
                Map.of("signed", "true", "signatory", "President Mizuno", "scan", scan));
    }

    private int scan(String number) {
        return asLegal(() -> documents.add(
                        number, DocumentKind.LICENCE_AGREEMENT, "Signed scan", Confidentiality.CASE_TEAM, pdf()))
                .number();
    }

    private static Documents.Upload pdf() {
        byte[] content = PdfFile.write(List.of("Licence agreement", "Signed: Mizuno"), Path.of("none"));
        return new Documents.Upload("scan.pdf", new ByteArrayInputStream(content));
    }

    private static <T> T asLegal(Supplier<T> deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "lawyer-9", "", List.of(new SimpleGrantedAuthority(Roles.LEGAL))));
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Task signature(String number, String adviser) {
        return contractDesk.tasks(number, Elements.RECORD_SIGNATURE).stream()
                .filter(task -> adviser.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
    }

    private void report(String number) {
        contractDesk.as(
                AgreedCases.LICENSEE_ADVISER,
                Elements.REPORT_CONCLUSION,
                number,
                Map.of("report", "Met at the business market; the pumps run from spring."));
    }

    private void confirm(String number, String manager) {
        contractDesk.as(manager, Elements.CONFIRM_CONCLUSION, number, Map.of("counts", "true"));
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private void assertEnded(String number, OutcomeCode outcome, String reason) {
        assertThat(contractDesk.position(number)).isEqualTo(ContractDesk.ENDED);
        assertThat(cases.of(number).outcome()).isEqualTo(outcome);
        assertThat(cases.of(number).outcomeReason()).contains(reason);
    }
}
