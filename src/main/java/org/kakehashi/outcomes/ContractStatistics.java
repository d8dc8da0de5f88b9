package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.util.List;

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

    static final List<String> RULES = List.of(
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
}
