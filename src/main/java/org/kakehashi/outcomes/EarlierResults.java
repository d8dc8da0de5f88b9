package org.kakehashi.outcomes;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.OriginChannel;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Yearly results from before the system, imported as they were published. */
@Component
@Transactional(readOnly = true)
public class EarlierResults {

    static final String MARK = "Of these from before the system";
    static final String NOTE =
            "Marked years and counts were imported from before the system; no single contract stands" + " behind them.";

    private static final List<String> COLUMNS = List.of("fiscalYear", "breakdown", "category", "contracts");
    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;
    private final ProgrammeCosts costs;
    private final CurrentUser user;

    EarlierResults(JdbcClient jdbc, ProgrammeCosts costs, CurrentUser user) {
        this.jdbc = jdbc;
        this.costs = costs;
        this.user = user;
    }

    /** By what a year's contracts are broken down. */
    enum Breakdown {
        TOTAL(Set.of("")),
        LICENSOR_TYPE(names(OrganisationType.values())),
        LICENSEE_TYPE(names(OrganisationType.values())),
        DISTANCE(names(Distance.values())),
        CHANNEL(names(OriginChannel.values())),
        REGION(names(Prefecture.Region.values())),
        INPIT_FIELD(numbers(InpitField.values().length)),
        WIPO_FIELD(numbers(TechnologyField.values().length)),
        NONE(Set.of());

        private final Set<String> categories;

        Breakdown(Set<String> categories) {
            this.categories = categories;
        }

        /** The category of a value in an address, such as 8 of W8. */
        String category(String value) {
            return this == INPIT_FIELD || this == WIPO_FIELD ? value.substring(1) : value;
        }

        private boolean countsOnce() {
            return this == LICENSOR_TYPE || this == LICENSEE_TYPE || this == DISTANCE || this == CHANNEL;
        }

        private static Set<String> names(Enum<?>[] values) {
            return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
        }

        private static Set<String> numbers(int most) {
            return Stream.iterate(1, number -> number + 1)
                    .limit(most)
                    .map(String::valueOf)
                    .collect(Collectors.toSet());
        }
    }

    /** One line as it is kept. */
    public record Result(int fiscalYear, String breakdown, String category, int contracts, BigDecimal impactYen) {}

    public List<Result> all() {
        return jdbc.sql(
                        "SELECT * FROM earlier_result ORDER BY fiscal_year, breakdown = 'TOTAL' DESC, breakdown, category")
                .query((row, index) -> new Result(
                        row.getInt("fiscal_year"),
                        row.getString("breakdown"),
                        row.getString("category"),
                        row.getInt("contracts"),
                        row.getBigDecimal("impact_yen")))
                .list();
    }

    /** Contracts by fiscal year; none where more than time narrows. */
    Map<Integer, Long> contracts(Selection selection) {
        var years = new LinkedHashMap<Integer, Long>();
        if (selection.isByTimeAlone()) {
            jdbc.sql("SELECT fiscal_year, contracts FROM earlier_result WHERE breakdown = 'TOTAL' AND contracts > 0"
                            + years(selection) + " ORDER BY fiscal_year")
                    .params(selection.parameters())
                    .query(row -> {
                        years.put(row.getInt("fiscal_year"), row.getLong("contracts"));
                    });
        }
        return years;
    }

    /** Impact by fiscal year, in yen. */
    Map<Integer, BigDecimal> impacts(Selection selection) {
        var years = new LinkedHashMap<Integer, BigDecimal>();
        if (selection.isByTimeAlone()) {
            jdbc.sql("SELECT fiscal_year, impact_yen FROM earlier_result WHERE breakdown = 'TOTAL' AND impact_yen > 0"
                            + years(selection) + " ORDER BY fiscal_year")
                    .params(selection.parameters())
                    .query(row -> {
                        years.put(row.getInt("fiscal_year"), row.getBigDecimal("impact_yen"));
                    });
        }
        return years;
    }

    /** Contracts by category. */
    Map<String, Long> of(Breakdown breakdown, Selection selection) {
        var categories = new LinkedHashMap<String, Long>();
        if (selection.isByTimeAlone()) {
            jdbc.sql("SELECT category, sum(contracts) AS contracts FROM earlier_result WHERE breakdown = '"
                            + breakdown.name() + "'" + years(selection)
                            + " GROUP BY category HAVING sum(contracts) > 0")
                    .params(selection.parameters())
                    .query(row -> {
                        categories.put(row.getString("category"), row.getLong("contracts"));
                    });
        }
        return categories;
    }

    /** All contracts of the years that are broken down so. */
    long contractsOfYearsWith(Breakdown breakdown, Selection selection) {
        return selection.isByTimeAlone()
                ? jdbc.sql("SELECT coalesce(sum(contracts), 0) FROM earlier_result total WHERE breakdown = 'TOTAL'"
                                + " AND EXISTS (SELECT FROM earlier_result part WHERE part.fiscal_year ="
                                + " total.fiscal_year AND part.breakdown = '" + breakdown.name() + "')"
                                + years(selection))
                        .params(selection.parameters())
                        .query(Long.class)
                        .single()
                : 0;
    }

    /** Whole fiscal years only: of a part of one nobody knows. */
    private static String years(Selection selection) {
        return (selection.from() == null ? "" : " AND make_date(fiscal_year, 4, 1) >= :from")
                + (selection.to() == null ? "" : " AND make_date(fiscal_year + 1, 3, 31) <= :to");
    }

    /**
     * Takes yearly results as CSV in place of earlier imported ones of the same year, breakdown and category; all of the
     * lines or none.
     *
     * @return how many lines were taken
     * @throws Refusal that names each wrong line
     */
    @Transactional
    public int take(String csv) {
        if (!user.belongsToOneOf(Roles.MANAGERS)) {
            throw Refusal.forbidden("Managers import results from before the system.");
        }
        var faults = new ArrayList<String>();
        var results = new ArrayList<Result>();
        var spent = new LinkedHashMap<Integer, BigDecimal>();
        for (CSVRecord line : read(csv)) {
            try {
                Result result = result(line);
                results.add(result);
                if (line.isMapped("costYen") && StringUtils.isNotBlank(line.get("costYen"))) {
                    spent.put(result.fiscalYear(), amount("costYen", line.get("costYen")));
                }
            } catch (Refusal e) {
                faults.add("Line %d: %s".formatted(line.getRecordNumber() + 1, e.sentences()));
            }
        }
        faults.addAll(contradictions(results));
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults.subList(0, Math.min(faults.size(), 20)));
        }
        results.forEach(this::keep);
        spent.forEach(costs::enter);
        return results.size();
    }

    private static List<CSVRecord> read(String csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = format.parse(new StringReader(StringUtils.removeStart(csv, "\uFEFF")))) {
            if (!parser.getHeaderNames().containsAll(COLUMNS)) {
                throw Refusal.invalid("The first line must name the columns " + String.join(", ", COLUMNS)
                        + ", and may name impactYen and costYen.");
            }
            List<CSVRecord> lines = parser.getRecords();
            if (lines.isEmpty()) {
                throw Refusal.invalid("There is no line below the names of the columns.");
            }
            if (lines.size() > LONGEST) {
                throw Refusal.invalid("The file has more than " + LONGEST + " lines: import it in parts.");
            }
            return lines;
        } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw Refusal.invalid("This is no CSV with one line of column names: " + e.getMessage());
        }
    }

    private static Result result(CSVRecord line) {
        if (!line.isConsistent()) {
            throw Refusal.invalid("it has more or fewer columns than the first line.");
        }
        BigDecimal year = amount("fiscalYear", line.get("fiscalYear"));
        if (year.compareTo(BigDecimal.valueOf(1990)) < 0 || year.compareTo(BigDecimal.valueOf(2200)) > 0) {
            throw Refusal.invalid("the fiscal year must lie between 1990 and 2200.");
        }
        Breakdown breakdown = Stream.of(Breakdown.values())
                .filter(each -> each != Breakdown.NONE
                        && each.name().equals(line.get("breakdown").toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("breakdown \"" + line.get("breakdown") + "\" is none of "
                        + Stream.of(Breakdown.values())
                                .filter(each -> each != Breakdown.NONE)
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))
                        + "."));
        String category = line.get("category").toUpperCase(Locale.ROOT);
        if (!breakdown.categories.contains(category)) {
            throw Refusal.invalid("category \"" + line.get("category") + "\" is none of "
                    + breakdown.categories.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        BigDecimal contracts = amount("contracts", line.get("contracts"));
        if (contracts.compareTo(BigDecimal.valueOf(10_000_000)) > 0) {
            throw Refusal.invalid("so many contracts cannot be: check the number of zeros.");
        }
        boolean withImpact = line.isMapped("impactYen") && StringUtils.isNotBlank(line.get("impactYen"));
        return new Result(
                year.intValue(),
                breakdown.name(),
                category,
                contracts.intValue(),
                withImpact ? amount("impactYen", line.get("impactYen")) : BigDecimal.ZERO);
    }

    private static BigDecimal amount(String column, String text) {
        if (!text.matches("\\d{1,15}")) {
            throw Refusal.invalid("%s \"%s\" is no whole number.".formatted(column, text));
        }
        return new BigDecimal(text);
    }

    /** Parts need their whole, and where each contract has one category they cannot exceed it. */
    private List<String> contradictions(List<Result> results) {
        var faults = new ArrayList<String>();
        var totals = new LinkedHashMap<Integer, Long>(contracts(Selection.all()));
        var seen = new HashSet<String>();
        var parts = new LinkedHashMap<String, Long>();
        for (Result result : results) {
            if (!seen.add(result.fiscalYear() + result.breakdown() + result.category())) {
                faults.add("%s has %s %s twice."
                        .formatted(FiscalYear.name(result.fiscalYear()), result.breakdown(), result.category()));
            }
            if (result.breakdown().equals(Breakdown.TOTAL.name())) {
                totals.put(result.fiscalYear(), (long) result.contracts());
            } else {
                parts.merge(result.fiscalYear() + " " + result.breakdown(), (long) result.contracts(), Long::sum);
            }
        }
        parts.forEach((part, sum) -> {
            int year = Integer.parseInt(StringUtils.substringBefore(part, " "));
            Breakdown breakdown = Breakdown.valueOf(StringUtils.substringAfter(part, " "));
            Long total = totals.get(year);
            if (total == null) {
                faults.add(
                        "%s is broken down by %s but has no line TOTAL.".formatted(FiscalYear.name(year), breakdown));
            } else if (breakdown.countsOnce() && sum > total) {
                faults.add("%s has %d contracts by %s, more than its total of %d."
                        .formatted(FiscalYear.name(year), sum, breakdown, total));
            }
        });
        return faults;
    }

    private void keep(Result result) {
        jdbc.sql("""
                        INSERT INTO earlier_result (fiscal_year, breakdown, category, contracts, impact_yen)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (fiscal_year, breakdown, category)
                        DO UPDATE SET contracts = EXCLUDED.contracts, impact_yen = EXCLUDED.impact_yen
                        """)
                .params(
                        result.fiscalYear(),
                        result.breakdown(),
                        result.category(),
                        result.contracts(),
                        result.impactYen())
                .update();
    }
}
