package org.kakehashi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** On a real PostgreSQL, since two registrations at once are what matters. */
@ProcessTest
class ContractsProcessTest {

    @Autowired
    private Contracts contracts;

    @Autowired
    private LicensingCases cases;

    @Autowired
    private Organisations organisations;

    @Autowired
    private AgreedCases agreedCases;

    @Test
    void aSignedContractCopiesPartiesAndTermsAndNeverFollowsThem() throws Exception {
        Contract contract = agreedCases.signed(agreedCases.seed(), terms(LicenceKind.NON_EXCLUSIVE, "Pumps"));
        ContractParty licensee = contract.party(Side.LICENSEE);
        Organisation company = organisations.findById(licensee.organisation()).orElseThrow();
        company.update(Organisation.Profile.of("Minatogawa Pumps & Sons", OrganisationType.SME, Prefecture.TOKYO));
        organisations.save(company);

        Contract kept = contracts.of(contract.number());
        assertThat(kept.party(Side.LICENSEE)).isEqualTo(licensee);
        assertThat(licensee.type()).isEqualTo(OrganisationType.LARGE);
        assertThat(licensee.prefecture()).isEqualTo(Prefecture.HYOGO);
        assertThat(kept.party(Side.LICENSOR).type()).isEqualTo(OrganisationType.UNIVERSITY);
        assertThat(kept.grant().fieldOfUse()).isEqualTo("Pumps");
        assertThat(kept.grant().endsOn()).isEqualTo(kept.signedOn().plusYears(5));
        assertThat(kept.price().royaltyPercent()).isEqualByComparingTo("3.5");
        assertThat(kept.technologyFields()).isNotEmpty();
    }

    @Test
    void aCaseHasOneContractHoweverOftenItIsRegistered() throws Exception {
        Contract contract = agreedCases.signed(agreedCases.seed(), terms(LicenceKind.EXCLUSIVE, "Pumps"));
        assertThat(contracts.register(contract.caseNumber()).number()).isEqualTo(contract.number());
    }

    @Test
    void anUnsignedContractIsNotRegistered() {
        String number = agreedCases.agreed(agreedCases.seed(), terms(LicenceKind.NON_EXCLUSIVE, "Pumps"));
        assertThatThrownBy(() -> contracts.register(number))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has not answered on the contract");
    }

    @Test
    void anExclusiveRightOverALiveLicenceEndsItsCaseAndNamesTheLicence() throws Exception {
        String seed = agreedCases.seed();
        Contract standing = agreedCases.signed(seed, terms(LicenceKind.NON_EXCLUSIVE, "Pumps"));
        String late = agreedCases.agreed(seed, terms(LicenceKind.EXCLUSIVE, "All fields"));
        agreedCases.sign(late);

        assertThatExceptionOfType(LicenceOverlaps.class).isThrownBy(() -> contracts.register(late));
        assertThat(contracts.ofCase(late)).isEmpty();
        assertThat(cases.of(late).outcome()).isEqualTo(OutcomeCode.LEGAL_BLOCK);
        assertThat(cases.of(late).outcomeReason()).contains(standing.number());
    }

    @Test
    void nonExclusiveLicencesAndRightsInOtherFieldsStandBesideEachOther() throws Exception {
        String seed = agreedCases.seed();
        agreedCases.signed(seed, terms(LicenceKind.NON_EXCLUSIVE, "Pumps"));
        agreedCases.signed(seed, terms(LicenceKind.NON_EXCLUSIVE, "Pumps"));
        agreedCases.signed(seed, terms(LicenceKind.EXCLUSIVE, "Watches"));
        assertThat(contracts.search(null, seed, null, null, Pageable.unpaged())).hasSize(3);
    }

    @Test
    void aVoidContractStandsInNobodysWay() throws Exception {
        String seed = agreedCases.seed();
        Contract first = agreedCases.signed(seed, terms(LicenceKind.EXCLUSIVE, "Pumps"));
        contracts.voidOf(first.caseNumber());
        assertThat(agreedCases
                        .signed(seed, terms(LicenceKind.EXCLUSIVE, "Pumps"))
                        .status())
                .isEqualTo(Contract.Status.SIGNED);
    }

    @Test
    void ofTwoExclusiveRightsRegisteredAtTheSameMomentOneComesIn() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            String seed = agreedCases.seed();
            String one = agreedCases.agreed(seed, terms(LicenceKind.EXCLUSIVE, "Pumps"));
            String other = agreedCases.agreed(seed, terms(LicenceKind.EXCLUSIVE, "Pumps"));
            agreedCases.sign(one);
            agreedCases.sign(other);

            List<Boolean> in = atOnce(() -> comesIn(one), () -> comesIn(other));
            assertThat(in).containsExactlyInAnyOrder(true, false);
            assertThat(contracts.ofCase(one).isPresent())
                    .isNotEqualTo(contracts.ofCase(other).isPresent());
        }
    }

    private boolean comesIn(String caseNumber) {
        try {
            contracts.register(caseNumber);
            return true;
        } catch (LicenceOverlaps e) {
            return false;
        }
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> runs = two.invokeAll(List.of(after(start, one), after(start, other)));
            return List.of(runs.get(0).get(), runs.get(1).get());
        } finally {
            two.shutdown();
        }
    }

    private static Callable<Boolean> after(CyclicBarrier start, Callable<Boolean> step) {
        return () -> {
            start.await();
            return step.call();
        };
    }

    private static Terms terms(LicenceKind kind, String field) {
        return AgreedCases.terms(kind, field, "Japan");
    }
}
