package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.IpcSymbol;
import org.kakehashi.shared.TechnologyField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies on an adviser's desk while an offer is drafted or answered. */
@Component
@Transactional(readOnly = true)
public class OfferDesk {

    /** Fewer contracts would show whose terms they are. */
    private static final int FEWEST = 5;

    private final JdbcClient jdbc;
    private final LicensingCases cases;
    private final Seeds seeds;
    private final Valuation valuation;
    private final List<OfferWarnings> gates;

    OfferDesk(JdbcClient jdbc, LicensingCases cases, Seeds seeds, Valuation valuation, List<OfferWarnings> gates) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.seeds = seeds;
        this.valuation = valuation;
        this.gates = gates;
    }

    /** What others pay in a field, from a survey. */
    public record Benchmark(String field, String royalty, String source) {}

    /** A clause in comparable contracts: a quarter of them lies below the first value, a quarter above the last. */
    public record Comparable(String clause, String lowerQuarter, String middle, String upperQuarter) {}

    /** @param contracts how many are compared; with fewer than five there are no lines */
    public record Comparables(int contracts, List<Comparable> lines) {}

    /** The benchmarks of the seed's technology fields, and of all fields together. */
    public List<Benchmark> benchmarks(String caseNumber) {
        return jdbc.sql("SELECT field, percent, source FROM royalty_benchmark"
                        + " WHERE field = 0 OR field = ANY (?) ORDER BY field DESC")
                .param(fields(caseNumber))
                .query((row, index) -> new Benchmark(
                        row.getInt("field") == 0
                                ? "All fields"
                                : TechnologyField.numbered(row.getInt("field")).english(),
                        percent(row.getBigDecimal("percent")),
                        row.getString("source")))
                .list();
    }

    /** The terms of concluded cases on seeds of the same technology fields, so many together that none is known. */
    public Comparables comparables(String caseNumber) {
        return jdbc.sql("""
                        SELECT count(*) AS contracts,
                          percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY royalty_percent) AS royalty,
                          percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY upfront_yen) AS upfront,
                          percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY minimum_annual_yen) AS minimum,
                          percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY term_years) AS term
                        FROM licensing_case concluded
                        JOIN seed ON seed.number = concluded.seed_number AND seed.technology_fields && ?
                        JOIN term_round ON term_round.case_number = concluded.number AND term_round.state = 'ACCEPTED'
                        WHERE concluded.outcome = 'CONCLUDED' AND concluded.number <> ?
                        """)
                .params(fields(caseNumber), caseNumber)
                .query((row, index) -> comparables(row))
                .single();
    }

    /** The offer's present value under the sales that its side reckons with; empty where none are stated. */
    public String worth(Round round) {
        BigDecimal sales = round.statedSalesYen();
        return sales == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "JPY %,.0f at sales of JPY %,.0f a year",
                        valuation.presentValueYen(round.terms(), sales),
                        sales);
    }

    /** What the gates would say to the terms now. */
    public List<String> warnings(String caseNumber, Terms terms) {
        LicensingCase licensingCase = cases.of(caseNumber);
        return gates.stream()
                .flatMap(gate -> gate.on(licensingCase, terms).stream())
                .toList();
    }

    private Short[] fields(String caseNumber) {
        return TechnologyField.of(seeds.numbered(cases.of(caseNumber).seedNumber()).ipc().stream()
                        .map(IpcSymbol::parse)
                        .toList())
                .stream()
                .map(field -> (short) field.number())
                .toArray(Short[]::new);
    }

    private static Comparables comparables(ResultSet row) throws SQLException {
        int contracts = row.getInt("contracts");
        return contracts < FEWEST
                ? new Comparables(contracts, List.of())
                : new Comparables(
                        contracts,
                        List.of(
                                line("Running royalty", row, "royalty", "%.2f %%"),
                                line("Upfront payment", row, "upfront", "JPY %,.0f"),
                                line("Yearly minimum", row, "minimum", "JPY %,.0f"),
                                line("Term", row, "term", "%.0f years")));
    }

    private static Comparable line(String clause, ResultSet row, String column, String format) throws SQLException {
        Double[] quarters = (Double[]) row.getArray(column).getArray();
        return new Comparable(
                clause,
                String.format(Locale.ROOT, format, quarters[0]),
                String.format(Locale.ROOT, format, quarters[1]),
                String.format(Locale.ROOT, format, quarters[2]));
    }

    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
