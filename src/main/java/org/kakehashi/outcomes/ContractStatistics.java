package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.ContractParty;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.kakehashi.shared.TechnologyField;

/**
 * How many contracts count, and of which kinds. What does not occur has no row.
 *
 * @param contracts in all
 * @param byFiscalYear of signing
 * @param byPrefectures whether the two parties had their seats in the same prefecture at signing
 * @param byRegion of either party's seat
 * @param countingRules how all of this was counted
 */
public record ContractStatistics(
        int contracts,
        List<Year> byFiscalYear,
        List<Share> byPrefectures,
        List<Share> byRegion,
        List<Share> byTechnologyField,
        List<Share> byLicensorType,
        List<Share> byLicenseeType,
        List<String> countingRules) {

    private static final String UNCLASSIFIED = "Unclassified";

    private static final List<String> RULES = List.of(
            "The results come from the advisers' records: a contract counts once a manager has confirmed it, in the"
                    + " fiscal year (April to March) of its signing.",
            "Percentages are rounded at the first decimal and need not sum to 100.",
            "By region, a contract across regions counts once in each region, so that the regions' sum exceeds the"
                    + " national total.",
            "Same or different prefecture compares the two parties' prefectures at signing.",
            "By technology field, a contract counts once in each of its patent's fields, so that the fields' sum may"
                    + " exceed the total.");

    /** One fiscal year, and all contracts up to its end. */
    public record Year(int fiscalYear, int contracts, int cumulative) {}

    /** One kind of contracts. */
    public record Share(String name, int contracts, BigDecimal percent) {}

    /** Counts contracts, all of which must be confirmed. */
    public static ContractStatistics of(Collection<Contract> contracts) {
        return new ContractStatistics(
                contracts.size(),
                years(contracts),
                shares(contracts, contract -> Stream.of(Distance.of(contract)), Distance::english),
                shares(contracts, ContractStatistics::regions, Prefecture.Region::english),
                fields(contracts),
                shares(
                        contracts,
                        contract -> Stream.of(contract.party(Side.LICENSOR).type()),
                        OrganisationType::name),
                shares(
                        contracts,
                        contract -> Stream.of(contract.party(Side.LICENSEE).type()),
                        OrganisationType::name),
                RULES);
    }

    private enum Distance {
        SAME("Same prefecture"),
        DIFFERENT("Different prefectures"),
        ABROAD("A party abroad");

        private final String english;

        Distance(String english) {
            this.english = english;
        }

        static Distance of(Contract contract) {
            Prefecture licensor = contract.party(Side.LICENSOR).prefecture();
            Prefecture licensee = contract.party(Side.LICENSEE).prefecture();
            if (licensor == null || licensee == null) {
                return ABROAD;
            }
            return licensor == licensee ? SAME : DIFFERENT;
        }

        String english() {
            return english;
        }
    }

    private static List<Year> years(Collection<Contract> contracts) {
        Map<Integer, Long> signed = contracts.stream()
                .collect(Collectors.groupingBy(
                        contract -> FiscalYear.of(contract.signedOn()), TreeMap::new, Collectors.counting()));
        List<Year> years = new ArrayList<>();
        int cumulative = 0;
        for (Map.Entry<Integer, Long> year : signed.entrySet()) {
            int count = year.getValue().intValue();
            cumulative += count;
            years.add(new Year(year.getKey(), count, cumulative));
        }
        return years;
    }

    private static Stream<Prefecture.Region> regions(Contract contract) {
        return Stream.of(Side.values())
                .map(contract::party)
                .map(ContractParty::prefecture)
                .flatMap(Stream::ofNullable)
                .map(Prefecture::region)
                .distinct();
    }

    private static List<Share> fields(Collection<Contract> contracts) {
        List<Share> shares = new ArrayList<>(
                shares(contracts, contract -> contract.technologyFields().stream(), TechnologyField::english));
        long unclassified = contracts.stream()
                .map(Contract::technologyFields)
                .filter(Set::isEmpty)
                .count();
        if (unclassified > 0) {
            shares.add(share(UNCLASSIFIED, unclassified, contracts.size()));
        }
        return shares;
    }

    private static <K extends Comparable<K>> List<Share> shares(
            Collection<Contract> contracts, Function<Contract, Stream<K>> kinds, Function<K, String> name) {
        Map<K, Long> counts = contracts.stream()
                .flatMap(kinds)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(kind -> share(name.apply(kind.getKey()), kind.getValue(), contracts.size()))
                .toList();
    }

    private static Share share(String name, long count, int of) {
        BigDecimal percent = BigDecimal.valueOf(count * 100).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
        return new Share(name, (int) count, percent);
    }
}
