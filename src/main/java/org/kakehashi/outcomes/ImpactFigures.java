package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Facts.Tally;
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

    private static final String ALLOCATED = "The cost is the programme's, allocated by the share of its contracts; with"
            + " contracts and impact that count more than once it exceeds the programme's in sum.";

    private final Facts facts;
    private final JdbcClient jdbc;
    private final EarlierResults earlier;
    private final ProgrammeCosts costs;
    private final People people;

    ImpactFigures(Facts facts, JdbcClient jdbc, EarlierResults earlier, ProgrammeCosts costs, People people) {
        this.facts = facts;
        this.jdbc = jdbc;
        this.earlier = earlier;
        this.costs = costs;
        this.people = people;
    }

    /** @param reporting contracts with an impact */
    private record Impact(long reporting, BigDecimal yen, long jobs) {

        static final Impact NONE = new Impact(0, BigDecimal.ZERO, 0);

        Impact and(Impact other) {
            return new Impact(reporting + other.reporting, yen.add(other.yen), jobs + other.jobs);
        }
    }

    /**
     * The impact of one fiscal year by what two columns of its facts say.
     *
     * @param first of the contracts, those without an impact in an earlier year of the time chosen
     */
    private record Group(
            String year, @Nullable Object one, @Nullable Object other, Impact impact, long first) {}

    List<Figure> impact(Selection selection) {
        List<Group> groups = groups(selection, "inpit_fields", "licensee_prefecture");
        Tally signed = facts.tally(inWholeYears(selection), "inpit_fields", "licensee_prefecture");
        return List.of(
                years(selection, groups),
                breakdown(
                        "impact-by-field",
                        "Impact by INPIT's fields",
                        "A contract counts for each of its patent's fields. " + ALLOCATED,
                        impacts(groups, group -> Tally.items(group.one())),
                        signed.byEach("inpit_fields"),
                        selection,
                        (those, field) -> those.narrowedBy(Selection.FIELD, "I" + field),
                        field -> field.equals("0")
                                ? ContractFigures.UNCLASSIFIED
                                : InpitField.numbered(Integer.parseInt(field)).english()),
                breakdown(
                        "impact-by-prefecture",
                        "Impact by prefecture of the licensee",
                        ALLOCATED,
                        impacts(groups, group -> Stream.of(Tally.text(group.other()))),
                        signed.by("licensee_prefecture"),
                        selection,
                        (those, prefecture) -> those.with(
                                Selection.LICENSEE_PREFECTURE,
                                prefecture.isEmpty()
                                        ? Selection.ABROAD
                                        : Prefecture.valueOf(prefecture).code()),
                        prefecture -> prefecture.isEmpty()
                                ? "Abroad"
                                : Prefecture.valueOf(prefecture).english()));
    }

    Figure byAdviser(Selection selection) {
        List<Group> groups = groups(selection, "licensor_adviser", "licensee_adviser");
        Tally signed = facts.tally(inWholeYears(selection), "licensor_adviser", "licensee_adviser");
        Map<String, Impact> impacts =
                impacts(groups, group -> Stream.of(Tally.text(group.one()), Tally.text(group.other()))
                        .distinct());
        Map<String, Long> contracts =
                signed.by("licensor_adviser", "licensee_adviser", (one, other) -> Stream.of(one, other)
                        .distinct());
        var advisers = new TreeSet<String>(impacts.keySet());
        advisers.addAll(contracts.keySet());
        if (selection.narrows(Selection.ADVISER)) {
            advisers.retainAll(List.of(selection.value(Selection.ADVISER)));
            impacts.keySet().retainAll(advisers);
            contracts.keySet().retainAll(advisers);
        }
        Map<String, String> names = people.names(advisers);
        return breakdown(
                "impact-by-adviser",
                "Impact by adviser",
                "A contract with two advisers counts for each. " + ALLOCATED,
                impacts,
                contracts,
                selection,
                (those, adviser) -> those.with(Selection.ADVISER, adviser.isEmpty() ? Selection.NOBODY : adviser),
                adviser -> adviser.isEmpty() ? "Nobody" : names.getOrDefault(adviser, adviser));
    }

    private List<Group> groups(Selection selection, String one, String other) {
        String where = selection.whenever();
        List<Group> groups = new ArrayList<>();
        jdbc.sql(
                        "SELECT fiscal_year, %1$s, %2$s, count(*) AS contracts, %3$s AS first, sum(impact_yen) AS yen, sum(jobs) AS jobs FROM impact_fact%4$s%5$s GROUP BY fiscal_year, %1$s, %2$s"
                                .formatted(
                                        one,
                                        other,
                                        "count(*) FILTER (WHERE previous_year IS NULL"
                                                + (selection.from() == null
                                                        ? ""
                                                        : " OR previous_year < fiscal_year(:from)")
                                                + ")",
                                        where.isEmpty() ? " WHERE true" : where,
                                        years(selection)))
                .params(selection.parameters())
                .query(row -> {
                    groups.add(new Group(
                            row.getString("fiscal_year"),
                            Tally.value(row, 2),
                            Tally.value(row, 3),
                            new Impact(row.getLong("contracts"), row.getBigDecimal("yen"), row.getLong("jobs")),
                            row.getLong("first")));
                });
        return groups;
    }

    /** Over all years: a contract with an impact in several counts once. */
    private static Map<String, Impact> impacts(List<Group> groups, Function<Group, Stream<String>> items) {
        var impacts = new TreeMap<String, Impact>();
        groups.forEach(group -> items.apply(group)
                .forEach(item -> impacts.merge(
                        item,
                        new Impact(
                                group.first(),
                                group.impact().yen(),
                                group.impact().jobs()),
                        Impact::and)));
        return impacts;
    }

    private Figure years(Selection selection, List<Group> groups) {
        Map<String, Impact> impacts =
                groups.stream().collect(Collectors.toMap(Group::year, Group::impact, Impact::and, TreeMap::new));
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
                            Cell.of(
                                    own.reporting(),
                                    ContractFigures.open(selection
                                            .with(Selection.FROM, FiscalYear.first(year))
                                            .with(Selection.TO, FiscalYear.last(year))
                                            .spanned()
                                            .with(Selection.WITH, Aspect.IMPACT))),
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

    private Figure breakdown(
            String id,
            String title,
            String note,
            Map<String, Impact> impacts,
            Map<String, Long> contracts,
            Selection selection,
            BiFunction<Selection, String, Selection> narrowed,
            UnaryOperator<String> name) {
        BigDecimal cost = costs(selection).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long all = facts.contracts(inWholeYears(selection.only(Selection.FROM, Selection.TO)));
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
                            Cell.of(own, ContractFigures.open(narrowed.apply(inWholeYears(selection), key))),
                            Cell.of(
                                    impact.reporting(),
                                    ContractFigures.open(narrowed.apply(
                                            inWholeYears(selection).spanned().with(Selection.WITH, Aspect.IMPACT),
                                            key))),
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

    private static String years(Selection selection) {
        return (selection.from() == null ? "" : " AND fiscal_year >= fiscal_year(:from)")
                + (selection.to() == null ? "" : " AND fiscal_year <= fiscal_year(:to)");
    }

    /** From the first day of the first fiscal year to the last day of the last. */
    private static Selection inWholeYears(Selection selection) {
        Selection whole = selection;
        if (selection.from() != null) {
            whole = whole.with(Selection.FROM, FiscalYear.first(FiscalYear.of(selection.from())));
        }
        return selection.to() == null
                ? whole
                : whole.with(Selection.TO, FiscalYear.last(FiscalYear.of(selection.to())));
    }

    private static Column yen(String key, String name) {
        return new Column(key, name, Unit.YEN);
    }

    private static Column ratio(String key, String name) {
        return new Column(key, name, Unit.RATIO);
    }
}
