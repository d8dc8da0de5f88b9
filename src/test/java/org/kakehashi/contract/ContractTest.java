package org.kakehashi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;

class ContractTest {

    private static final LocalDate SIGNED = LocalDate.of(2026, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Instant NOW = Instant.parse("2026-11-01T03:00:00Z");

    @Test
    void aNonExclusiveLicenceIsReportedAndConfirmedWithoutThePatentOffice() {
        Contract contract = contract(LicenceKind.NON_EXCLUSIVE, true);
        assertThat(contract.needsRegistration()).isFalse();
        contract.reported("Signed at the business market.", "aoi", NOW);
        contract.confirmed("mori", NOW);
        assertThat(contract.status()).isEqualTo(Contract.Status.CONFIRMED);
    }

    @Test
    void aRegisteredExclusiveLicenceCannotBeReportedBeforeItsReceipt() {
        Contract contract = contract(LicenceKind.EXCLUSIVE_REGISTERED, true);
        assertThatThrownBy(() -> contract.reported("Done.", "aoi", NOW)).isInstanceOf(Refusal.class);
        contract.filed(SIGNED.plusDays(1), TODAY);
        assertThat(contract.registered("R-1", SIGNED.plusDays(20), TODAY)).isTrue();
        contract.reported("Done.", "aoi", NOW);
        assertThat(contract.status()).isEqualTo(Contract.Status.REPORTED);
    }

    @Test
    void theSameReceiptTwiceCountsOnceAndAnotherOneIsRefused() {
        Contract contract = contract(LicenceKind.EXCLUSIVE_REGISTERED, true);
        contract.filed(SIGNED, TODAY);
        contract.registered("R-1", SIGNED, TODAY);
        assertThat(contract.registered("R-1", SIGNED, TODAY)).isFalse();
        assertThatThrownBy(() -> contract.registered("R-2", SIGNED, TODAY))
                .hasMessageContaining("bears the receipt R-1");
    }

    @Test
    void aReceiptBeforeTheFilingOrFromTheFutureIsRefused() {
        Contract contract = contract(LicenceKind.EXCLUSIVE_REGISTERED, true);
        assertThatThrownBy(() -> contract.registered("R-1", SIGNED, TODAY)).hasMessageContaining("not been filed yet");
        assertThatThrownBy(() -> contract.filed(SIGNED.minusDays(1), TODAY)).hasMessageContaining("before 2026-10-01");
        contract.filed(SIGNED.plusDays(3), TODAY);
        assertThatThrownBy(() -> contract.registered("R-1", SIGNED.plusDays(2), TODAY))
                .hasMessageContaining("before 2026-10-04");
        assertThatThrownBy(() -> contract.registered("R-1", TODAY.plusDays(1), TODAY))
                .hasMessageContaining("still to come");
    }

    @Test
    void theAssignmentOfAPatentIsRegisteredAndThatOfAnApplicationIsNot() {
        assertThat(contract(LicenceKind.ASSIGNMENT, true).needsRegistration()).isTrue();
        assertThat(contract(LicenceKind.ASSIGNMENT, false).needsRegistration()).isFalse();
    }

    @Test
    void whoeverReportsAContractCannotConfirmIt() {
        Contract contract = contract(LicenceKind.NON_EXCLUSIVE, true);
        contract.reported("Done.", "mori", NOW);
        assertThatThrownBy(() -> contract.confirmed("mori", NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        contract.reportReturned("hara");
        assertThat(contract.status()).isEqualTo(Contract.Status.SIGNED);
    }

    @Test
    void aContractThatCountsIsNeverVoid() {
        Contract open = contract(LicenceKind.NON_EXCLUSIVE, true);
        assertThat(open.voided()).isTrue();
        assertThat(open.isLive()).isFalse();
        Contract counted = contract(LicenceKind.NON_EXCLUSIVE, true);
        counted.reported("Done.", "aoi", NOW);
        counted.confirmed("mori", NOW);
        assertThat(counted.voided()).isFalse();
        assertThat(counted.isLive()).isTrue();
    }

    private static Contract contract(LicenceKind kind, boolean granted) {
        var basis = new Contract.Basis(
                "L-2026-000001",
                "S-2026-000001",
                "N-2026-000001",
                granted,
                Set.of(TechnologyField.numbered(1)),
                party("Hikari Kogaku K.K."),
                party("Minato Denchi K.K."));
        var grant = new Grant(kind, "Batteries", "Japan", "make, sell", SIGNED, SIGNED.plusYears(5));
        var price = new Price(BigDecimal.valueOf(3_000_000), BigDecimal.valueOf(3), BigDecimal.ZERO);
        return new Contract("C-2026-000001", basis, grant, price, SIGNED, null);
    }

    private static ContractParty party(String name) {
        return new ContractParty(UUID.randomUUID(), name, OrganisationType.SME, Prefecture.NAGANO);
    }
}
