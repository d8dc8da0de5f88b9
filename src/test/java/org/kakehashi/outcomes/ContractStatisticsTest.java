package org.kakehashi.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.contract.CountedContracts.confirmed;
import static org.kakehashi.contract.CountedContracts.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kakehashi.contract.Contract;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** Six contracts, counted by hand. */
class ContractStatisticsTest {

    private static final List<Contract> SIX = List.of(
            contract(
                    "2025-03-31",
                    OrganisationType.UNIVERSITY,
                    Prefecture.TOKYO,
                    OrganisationType.SME,
                    Prefecture.TOKYO,
                    1),
            contract(
                    "2025-04-01",
                    OrganisationType.UNIVERSITY,
                    Prefecture.TOKYO,
                    OrganisationType.SME,
                    Prefecture.KANAGAWA,
                    1),
            contract("2025-12-24", OrganisationType.LARGE, Prefecture.OSAKA, OrganisationType.SME, Prefecture.TOKYO, 1),
            contract(
                    "2026-03-31",
                    OrganisationType.TLO,
                    Prefecture.AICHI,
                    OrganisationType.STARTUP,
                    Prefecture.OSAKA,
                    2),
            contract("2026-04-01", OrganisationType.LARGE, Prefecture.OSAKA, OrganisationType.SME, Prefecture.OSAKA, 0),
            confirmed(
                    LocalDate.parse("2026-05-05"),
                    party(OrganisationType.UNIVERSITY, Prefecture.TOKYO),
                    party(OrganisationType.LARGE, null),
                    Set.of(1, 2)));

    private final ContractStatistics statistics = ContractStatistics.of(SIX);

    @Test
    void theFiscalYearBeginsInApril() {
        assertThat(statistics.contracts()).isEqualTo(6);
        assertThat(statistics.byFiscalYear())
                .containsExactly(
                        new ContractStatistics.Year(2024, 1, 1),
                        new ContractStatistics.Year(2025, 3, 4),
                        new ContractStatistics.Year(2026, 2, 6));
    }

    @Test
    void prefecturesAreComparedAndPercentagesRoundedAtTheFirstDecimal() {
        assertThat(lines(statistics.byPrefectures()))
                .containsExactly("Same prefecture 2 33.3", "Different prefectures 3 50.0", "A party abroad 1 16.7");
    }

    @Test
    void aContractAcrossRegionsCountsOnceInEachSoThatTheSumExceedsTheTotal() {
        assertThat(lines(statistics.byRegion())).containsExactly("Kanto 4 66.7", "Chubu 1 16.7", "Kinki 3 50.0");
    }

    @Test
    void aContractCountsInEachOfItsFieldsAndWithoutOneAsUnclassified() {
        String first = TechnologyField.numbered(1).english();
        String second = TechnologyField.numbered(2).english();
        assertThat(lines(statistics.byTechnologyField()))
                .containsExactly(first + " 4 66.7", second + " 2 33.3", "Unclassified 1 16.7");
    }

    @Test
    void bothPartiesAreCountedByType() {
        assertThat(lines(statistics.byLicensorType()))
                .containsExactly("LARGE 2 33.3", "UNIVERSITY 3 50.0", "TLO 1 16.7");
        assertThat(lines(statistics.byLicenseeType())).containsExactly("LARGE 1 16.7", "SME 4 66.7", "STARTUP 1 16.7");
    }

    @Test
    void nothingToCountGivesEmptyTablesAndStillTheRules() {
        ContractStatistics nothing = ContractStatistics.of(List.of());
        assertThat(nothing.contracts()).isZero();
        assertThat(nothing.byPrefectures()).isEmpty();
        assertThat(nothing.countingRules()).hasSize(5);
    }

    private static Contract contract(
            String signedOn,
            OrganisationType licensor,
            Prefecture from,
            OrganisationType licensee,
            Prefecture to,
            int field) {
        return confirmed(
                LocalDate.parse(signedOn),
                party(licensor, from),
                party(licensee, to),
                field == 0 ? Set.of() : Set.of(field));
    }

    private static List<String> lines(List<ContractStatistics.Share> shares) {
        return shares.stream()
                .map(share -> share.name() + " " + share.contracts() + " " + share.percent())
                .toList();
    }
}
