package org.kakehashi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.matching.Dealings;
import org.kakehashi.matching.Matching;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.process.LicensingCaseProcess;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class RivalsProcessTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private AgreedCases agreedCases;

    @Autowired
    private Contracts contracts;

    @Autowired
    private LicensingCases cases;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private Matching matching;

    @Autowired
    private Dealings dealings;

    @Test
    void anExclusiveContractEndsTheCasesItExcludesAndLeavesTheOthersRunning() throws Exception {
        String seed = agreedCases.seed();
        String excluded = running(seed, "Vehicle pumps");
        String elsewhere = running(seed, "Watches");
        Contract contract = agreedCases.signed(seed, AgreedCases.terms(LicenceKind.EXCLUSIVE, "Pumps", "Japan"));
        await().atMost(SOON).until(() -> !cases.of(excluded).isOpen());
        assertThat(cases.of(excluded).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(excluded).outcomeReason()).contains(contract.number(), "leaves no room");
        assertThat(runs(excluded)).isFalse();
        assertThat(cases.of(elsewhere).isOpen()).isTrue();
        assertThat(runs(elsewhere)).isTrue();
        assertThat(cases.of(contract.caseNumber()).isOpen()).isTrue();
        assertThat(dealings.taken(List.of(seed))).isEmpty();
        assertThat(dealings.rights(List.of(seed)).get(seed))
                .containsExactly(new Dealings.Right(
                        LicenceKind.EXCLUSIVE, false, contract.grant().described()));
    }

    @Test
    void aContractThatLeavesNothingEndsCasesWithoutTermsAsWell() throws Exception {
        String seed = agreedCases.seed();
        String early = agreedCases.open(seed);
        run(early);
        agreedCases.signed(seed, AgreedCases.terms(LicenceKind.ASSIGNMENT, "All fields", "Worldwide"));
        await().atMost(SOON).until(() -> !cases.of(early).isOpen());
        assertThat(runs(early)).isFalse();
        assertThat(matching.shortlistFor(seed, 10).remark()).contains("live exclusive licence");
        assertThat(matching.shortlistFor(seed, 10).candidates()).isEmpty();
    }

    @Test
    void aSignedContractFallsAwayWithItsCase() throws Exception {
        Contract contract =
                agreedCases.signed(agreedCases.seed(), AgreedCases.terms(LicenceKind.EXCLUSIVE, "Pumps", "Japan"));
        cases.end(contract.caseNumber(), OutcomeCode.WITHDRAWN, "The licensee: our plant closes.");
        await().atMost(SOON).until(() -> contracts.of(contract.number()).status() == Contract.Status.VOID);
    }

    private String running(String seed, String field) {
        String number = agreedCases.agreed(seed, AgreedCases.terms(LicenceKind.NON_EXCLUSIVE, field, "Japan"));
        run(number);
        return number;
    }

    private void run(String number) {
        processes
                .createProcessInstanceByKey(LicensingCaseProcess.KEY)
                .businessKey(number)
                .setVariables(Map.of(
                        "caseNumber",
                        number,
                        "licensorAdviser",
                        "adviser-ishikawa",
                        "licenseeAdviser",
                        "adviser-hyogo"))
                .startBeforeActivity(LicensingCaseProcess.Elements.CONSENT_SAME_ADVISER)
                .execute();
    }

    private boolean runs(String number) {
        return processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey(LicensingCaseProcess.KEY)
                        .count()
                > 0;
    }
}
