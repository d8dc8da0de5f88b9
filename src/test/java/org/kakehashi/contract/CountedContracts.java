package org.kakehashi.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** Confirmed contracts for tests that count, without a database. */
public final class CountedContracts {

    private CountedContracts() {}

    public static ContractParty party(OrganisationType type, @Nullable Prefecture prefecture) {
        return new ContractParty(UUID.randomUUID(), type + " of the test", type, prefecture);
    }

    public static Contract confirmed(
            LocalDate signedOn, ContractParty licensor, ContractParty licensee, Set<Integer> fields) {
        var contract = new Contract(
                "C-2026-000001",
                new Contract.Basis(
                        "L-2026-000001",
                        "S-2026-000001",
                        "N-2026-000001",
                        true,
                        fields.stream().map(TechnologyField::numbered).collect(Collectors.toSet()),
                        licensor,
                        licensee),
                new Grant(LicenceKind.NON_EXCLUSIVE, "", "", "make", signedOn, signedOn.plusYears(5)),
                new Price(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO),
                signedOn,
                null);
        contract.reported("Concluded.", "adviser", Instant.EPOCH);
        contract.confirmed("manager", Instant.EPOCH);
        return contract;
    }
}
