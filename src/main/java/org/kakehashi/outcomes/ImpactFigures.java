package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Figure.Cell;
import org.kakehashi.outcomes.Figure.Chart;
import org.kakehashi.outcomes.Figure.Column;
import org.kakehashi.outcomes.Figure.Line;
import org.kakehashi.outcomes.Figure.Unit;
import org.kakehashi.platform.security.People;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.Prefecture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the contracts brought beside what the programme cost. The time chosen is that of impact and cost, in whole fiscal years. */
@Component
@Transactional(readOnly = true)
class ImpactFigures {

    private static final String IMPACTS = "(SELECT contract_number, fiscal_year,"
            + " sales_yen + investment_yen + cost_saved_yen AS impact_yen, jobs FROM released_impact)";

    private static final String YEAR = "impact.fiscal_year";
    private static final String ALLOCATED = "The cost is the programme's, allocated by the share of its contracts; with"
            + " contracts and impact that count more than once it exceeds the programme's in sum.";

    private final JdbcClient jdbc;
    private final EarlierResults earlier;
    private final ProgrammeCosts costs;
    private final People people;

    ImpactFigures(JdbcClient jdbc, EarlierResults earlier, ProgrammeCosts costs, People people) {
        this.jdbc = jdbc;
        this.earlier = earlier;
        this.costs = costs;
        this.people = people;
    }

    /** @param reporting contracts with an impact */
    private record Impact(long reporting, BigDecimal yen, long jobs) {

        static final Impact NONE = new Impact(0, BigDecimal.ZERO, 0);
    }

    List<Figure> impact(Selection selection) {
        return List.of(
                years(selection),
                breakdown(
                        "impact-by-field",
                        "Impact by INPIT's fields",
                        "unnest(inpit_fields)",
                        selection,
                        field -> InpitField.numbered(Integer.parseInt(field)).english()),
                breakdown(
                        "impact-by-prefecture",
                        "Impact by prefecture of the licensee",
                        "licensee_prefecture",
                        selection,
                        prefecture -> prefecture.isEmpty()
                                ? "Abroad"
                                : Prefecture.valueOf(prefecture).english()));
    }

    Figure byAdviser(Selection selection) {
        Map<String, Impact> impacts = impacts("adviser", ", " + Facts.ADVISERS, selection);
        Map<String, String> names = people.names(List.copyOf(impacts.keySet()));
        return breakdown(
                "impact-by-adviser",
                "Impact by adviser",
                "A contract with two advisers counts for each. " + ALLOCATED,
                impacts,
                contracts("adviser", ", " + Facts.ADVISERS, selection),
                selection,
                adviser -> adviser.isEmpty() ? "Nobody" : names.getOrDefault(adviser, adviser));
    }

    private Figure years(Selection selection) {
        Map<String, Impact> impacts = impacts(YEAR, "", selection);
        Map<Integer, BigDecimal> before = earlier.impacts(selection);
        Map<Integer, BigDecimal> spent = selection.isByTimeAlone() ? costs(selection) : Map.of();
        var years = new TreeSet<Integer>(before.keySet());
        impacts.keySet().forEach(year -> years.add(Integer.valueOf(year)));
        years.addAll(spent.keySet());
        BigDecimal allImpact = BigDecimal.ZERO;
        BigDecimal allCost = BigDecimal.ZERO;
        List<Line> lines = new ArrayList<>();
        for (int year : years) {
            Impact own = impacts.getOrDefault(String.valueOf(year), Impact.NONE);
            BigDecimal imported = before.getOrDefault(year, BigDecimal.ZERO);
            BigDecimal impact = own.yen().add(imported);
            @Nullable BigDecimal cost = spent.get(year);
            allImpact = allImpact.add(impact);
            allCost = allCost.add(cost == null ? BigDecimal.ZERO : cost);
            lines.add(new Line(
                    List.of(
                            Cell.of(FiscalYear.name(year)),
                            Cell.of(impact),
                            Cell.of(cost),
                            Cell.of(cost == null ? null : Figure.ratioOf(impact, cost)),
                            Cell.of(allImpact),
                            Cell.of(allCost.signum() == 0 ? null : allCost),
                            Cell.of(Figure.ratioOf(allImpact, allCost)),
                            Cell.of(own.reporting()),
                            Cell.of(own.jobs())),
                    imported.signum() > 0));
        }
        return new Figure(
                "impact-by-year",
                "Economic impact and cost by fiscal year",
                (selection.isByTimeAlone() ? "" : "The cost stands beside the whole programme only. ")
                        + (before.isEmpty() ? "" : EarlierResults.NOTE),
                Chart.YEARS,
                List.of(
                        Figure.text("Fiscal year"),
                        yen("impact", "Impact (yen)"),
                        yen("cost", "Cost (yen)"),
                        ratio("ratio", "Ratio"),
                        yen("impactToDate", "Impact to date (yen)"),
                        yen("costToDate", "Cost to date (yen)"),
                        ratio("ratioToDate", "Ratio to date"),
                        Figure.count("contracts", "Contracts with an impact"),
                        Figure.count("jobs", "Jobs")),
                lines);
    }

    private Figure breakdown(String id, String title, String by, Selection selection, UnaryOperator<String> name) {
        String item = by.startsWith("unnest") ? "field" : by;
        String join = by.startsWith("unnest") ? ", " + by + " AS field" : "";
        return breakdown(
                id,
                title,
                ALLOCATED,
                impacts(item, join, selection),
                contracts(item, join, selection),
                selection,
                name);
    }

    private Figure breakdown(
            String id,
            String title,
            String note,
            Map<String, Impact> impacts,
            Map<String, Long> contracts,
            Selection selection,
            UnaryOperator<String> name) {
        BigDecimal cost = costs(selection).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long all = jdbc.sql("SELECT count(*) FROM contract_fact WHERE true" + years(selection, "fiscal_year"))
                .params(selection.parameters())
                .query(Long.class)
                .single();
        var items = new TreeMap<String, Line>();
        var keys = new TreeSet<String>(impacts.keySet());
        keys.addAll(contracts.keySet());
        for (String key : keys) {
            Impact impact = impacts.getOrDefault(key, Impact.NONE);
            long own = contracts.getOrDefault(key, 0L);
            @Nullable
            BigDecimal allocated = all == 0
                    ? null
                    : cost.multiply(BigDecimal.valueOf(own)).divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP);
            items.put(
                    key,
                    Line.of(
                            Cell.of(name.apply(key)),
                            Cell.of(impact.yen()),
                            Cell.of(allocated),
                            Cell.of(allocated == null ? null : Figure.ratioOf(impact.yen(), allocated)),
                            Cell.of(own),
                            Cell.of(impact.reporting()),
                            Cell.of(impact.jobs())));
        }
        List<Line> lines = items.values().stream()
                .sorted((one, other) -> ((BigDecimal) value(other)).compareTo((BigDecimal) value(one)))
                .toList();
        return new Figure(
                id,
                title,
                note,
                Chart.BARS,
                List.of(
                        Figure.text("Category"),
                        yen("impact", "Impact (yen)"),
                        yen("cost", "Allocated cost (yen)"),
                        ratio("ratio", "Ratio"),
                        Figure.count("signed", "Contracts signed"),
                        Figure.count("contracts", "Contracts with an impact"),
                        Figure.count("jobs", "Jobs")),
                lines);
    }

    private static Object value(Line line) {
        Object impact = line.cells().get(1).value();
        return impact == null ? BigDecimal.ZERO : impact;
    }

    /** @param by an expression on the facts of a contract, or the fiscal year of the impact */
    private Map<String, Impact> impacts(String by, String join, Selection selection) {
        var impacts = new LinkedHashMap<String, Impact>();
        String perContract = by.equals(YEAR)
                ? IMPACTS
                : "(SELECT contract_number, sum(impact_yen) AS impact_yen, sum(jobs) AS jobs FROM " + IMPACTS
                        + " each WHERE true" + years(selection, "fiscal_year") + " GROUP BY contract_number)";
        jdbc.sql("SELECT " + by
                        + "::text AS item, count(*) AS contracts, sum(impact_yen) AS yen, sum(jobs) AS jobs FROM "
                        + perContract + " impact JOIN contract_fact USING (contract_number)" + join
                        + (selection.whenever().isEmpty() ? " WHERE true" : selection.whenever())
                        + (by.equals(YEAR) ? years(selection, YEAR) : "") + " GROUP BY 1")
                .params(selection.parameters())
                .query(row -> {
                    String item = row.getString("item");
                    impacts.put(
                            item == null ? "" : item,
                            new Impact(row.getLong("contracts"), row.getBigDecimal("yen"), row.getLong("jobs")));
                });
        return impacts;
    }

    private Map<String, Long> contracts(String by, String join, Selection selection) {
        var contracts = new LinkedHashMap<String, Long>();
        jdbc.sql("SELECT " + by + "::text AS item, count(*) AS contracts FROM contract_fact" + join
                        + (selection.whenever().isEmpty() ? " WHERE true" : selection.whenever())
                        + years(selection, "contract_fact.fiscal_year") + " GROUP BY 1")
                .params(selection.parameters())
                .query(row -> {
                    String item = row.getString("item");
                    contracts.put(item == null ? "" : item, row.getLong("contracts"));
                });
        return contracts;
    }

    private Map<Integer, BigDecimal> costs(Selection selection) {
        var chosen = new TreeMap<Integer, BigDecimal>();
        costs.all().forEach((year, yen) -> {
            if ((selection.from() == null || year >= FiscalYear.of(selection.from()))
                    && (selection.to() == null || year <= FiscalYear.of(selection.to()))) {
                chosen.put(year, yen);
            }
        });
        return chosen;
    }

    private static String years(Selection selection, String year) {
        return (selection.from() == null ? "" : " AND " + year + " >= fiscal_year(:from)")
                + (selection.to() == null ? "" : " AND " + year + " <= fiscal_year(:to)");
    }

    private static Column yen(String key, String name) {
        return new Column(key, name, Unit.YEN);
    }

    private static Column ratio(String key, String name) {
        return new Column(key, name, Unit.RATIO);
    }
}
