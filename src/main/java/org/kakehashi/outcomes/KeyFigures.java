package org.kakehashi.outcomes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Figure.Cell;
import org.kakehashi.outcomes.Figure.Chart;
import org.kakehashi.outcomes.Figure.Column;
import org.kakehashi.outcomes.Figure.Line;
import org.kakehashi.outcomes.Figure.Unit;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.OrganisationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures by which technology-transfer offices compare themselves in AUTM's licensing survey, by fiscal year. */
@Component
@Transactional(readOnly = true)
class KeyFigures {

    private final JdbcClient jdbc;

    KeyFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Figure figure(Selection selection) {
        Map<Integer, Map<String, Object>> years = new LinkedHashMap<>();
        contracts(selection, years);
        tools(selection, years);
        records("seeds", "seed", "registered_at", selection, years);
        records("needs", "need", "received_at", selection, years);
        income(selection, years);
        var lines = new ArrayList<Line>();
        List<Life> lives = lives(selection);
        for (int year : new TreeSet<>(years.keySet())) {
            Map<String, Object> values = years.getOrDefault(year, Map.of());
            Selection those = selection.with(Selection.YEAR, year);
            Selection ever = selection.without(Selection.FROM, Selection.TO);
            Selection during = selection.within(year);
            lines.add(Line.of(
                    Cell.of(FiscalYear.name(year)),
                    group(values.getOrDefault("licences", 0L), those, KindGroup.LICENCES),
                    group(values.getOrDefault("exclusive", 0L), those, KindGroup.EXCLUSIVE),
                    group(values.getOrDefault("options", 0L), those, KindGroup.OPTIONS),
                    Cell.of(
                            values.getOrDefault("assignments", 0L),
                            ContractFigures.open(those.with(Selection.KIND, LicenceKind.ASSIGNMENT.name()))),
                    Cell.of(
                            values.getOrDefault("tools", 0L),
                            ContractFigures.open(those.with(Selection.KIND, LicenceKind.RESEARCH_TOOL.name()))),
                    Cell.of(values.getOrDefault("standardTools", 0L), ContractFigures.openTools(those)),
                    Cell.of(
                            values.getOrDefault("startups", 0L),
                            ContractFigures.open(those.with(Selection.LICENSEE_TYPE, OrganisationType.STARTUP.name()))),
                    Cell.of(
                            values.getOrDefault("smes", 0L),
                            ContractFigures.open(those.with(Selection.LICENSEE_TYPE, OrganisationType.SME.name()))),
                    group(
                            lives.stream()
                                    .filter(life -> life.inForceAtTheEndOf(year))
                                    .mapToLong(Life::licences)
                                    .sum(),
                            ever.with(Selection.ACTIVE, year),
                            KindGroup.LICENCES),
                    Cell.of(values.get("income")),
                    Cell.of(
                            values.getOrDefault("earning", 0L),
                            ContractFigures.open(during.spanned().with(Selection.WITH, Aspect.INCOME))),
                    Cell.of(values.getOrDefault("seeds", 0L), Records.SEEDS.address(during)),
                    Cell.of(values.getOrDefault("needs", 0L), Records.NEEDS.address(during))));
        }
        return new Figure(
                "key-figures",
                "Key figures by fiscal year",
                "Licences are those of all kinds but options, evaluation licences, assignments and research-tool licences,"
                        + " which stand apart. Active are licences in force at the end of the year. Income is what was"
                        + " received in yen.",
                Chart.YEARS,
                List.of(
                        Figure.text("Fiscal year"),
                        Figure.count("licences", "Licences"),
                        Figure.count("exclusive", "Of these exclusive"),
                        Figure.count("options", "Options and evaluations"),
                        Figure.count("assignments", "Assignments"),
                        Figure.count("researchTools", "Research-tool licences, negotiated"),
                        Figure.count("standardTools", "Research-tool licences on standard terms"),
                        Figure.count("startups", "Contracts with start-ups as licensees"),
                        Figure.count("smes", "Contracts with SMEs as licensees"),
                        Figure.count("active", "Active licences"),
                        new Column("income", "Licence income (yen)", Unit.YEN),
                        Figure.count("earning", "Contracts with income"),
                        Figure.count("seeds", "Seeds registered"),
                        Figure.count("needs", "Needs received")),
                lines);
    }

    private static Cell group(Object count, Selection selection, KindGroup kinds) {
        return Cell.of(count, ContractFigures.open(selection.with(Selection.GROUP, kinds)));
    }

    private void tools(Selection selection, Map<Integer, Map<String, Object>> years) {
        jdbc.sql("SELECT fiscal_year, count(*) AS licences FROM tool_licence_fact" + selection.contracts()
                        + " GROUP BY fiscal_year")
                .params(selection.parameters())
                .query(row -> {
                    years.computeIfAbsent(row.getInt("fiscal_year"), number -> new LinkedHashMap<>())
                            .put("standardTools", row.getLong("licences"));
                });
    }

    private void contracts(Selection selection, Map<Integer, Map<String, Object>> years) {
        jdbc.sql("SELECT fiscal_year, count(*) FILTER (WHERE %s) AS licences, count(*) FILTER (WHERE %s) AS exclusive,"
                                .formatted(KindGroup.LICENCES.condition(), KindGroup.EXCLUSIVE.condition())
                        + " count(*) FILTER (WHERE %s) AS options,".formatted(KindGroup.OPTIONS.condition())
                        + " count(*) FILTER (WHERE kind = 'ASSIGNMENT') AS assignments,"
                        + " count(*) FILTER (WHERE kind = 'RESEARCH_TOOL') AS tools,"
                        + " count(*) FILTER (WHERE licensee_type = 'STARTUP') AS startups,"
                        + " count(*) FILTER (WHERE licensee_type = 'SME') AS smes"
                        + " FROM contract_fact" + selection.contracts() + " GROUP BY fiscal_year")
                .params(selection.parameters())
                .query(row -> {
                    Map<String, Object> year =
                            years.computeIfAbsent(row.getInt("fiscal_year"), number -> new LinkedHashMap<>());
                    for (String key :
                            List.of("licences", "exclusive", "options", "assignments", "tools", "startups", "smes")) {
                        year.put(key, row.getLong(key));
                    }
                });
    }

    private void records(
            String key, String table, String at, Selection selection, Map<Integer, Map<String, Object>> years) {
        if (selection.narrows(Selection.ADVISER)) {
            return;
        }
        jdbc.sql("""
                        SELECT year, (SELECT count(*) FROM %2$s record
                          WHERE record.%1$s >= make_timestamptz(year, 4, 1, 0, 0, 0, 'Asia/Tokyo')
                            AND record.%1$s < make_timestamptz(year + 1, 4, 1, 0, 0, 0, 'Asia/Tokyo')%3$s%4$s) AS records
                        FROM generate_series((SELECT fiscal_year(day_of(min(%1$s))) FROM %2$s),
                          (SELECT fiscal_year(day_of(max(%1$s))) FROM %2$s)) AS year
                        """.formatted(at, table, selection.withinInstants("record." + at), selection.ofRecord("record")))
                .params(selection.parameters())
                .query(row -> {
                    if (row.getLong("records") > 0) {
                        years.computeIfAbsent(row.getInt("year"), number -> new LinkedHashMap<>())
                                .put(key, row.getLong("records"));
                    }
                });
    }

    private void income(Selection selection, Map<Integer, Map<String, Object>> years) {
        jdbc.sql("SELECT fiscal_year(received_on) AS year, sum(amount) AS income,"
                        + " count(DISTINCT contract_number) AS contracts FROM payment JOIN contract_fact"
                        + " USING (contract_number)"
                        + (selection.whenever().isEmpty() ? " WHERE true" : selection.whenever())
                        + " AND currency = 'JPY'" + selection.within("received_on") + " GROUP BY 1")
                .params(selection.parameters())
                .query(row -> {
                    Map<String, Object> year =
                            years.computeIfAbsent(row.getInt("year"), number -> new LinkedHashMap<>());
                    year.put("income", row.getBigDecimal("income"));
                    year.put("earning", row.getLong("contracts"));
                });
    }

    /** Licences by the fiscal years in which they begin and end; none where they have no end. */
    private record Life(int begin, @Nullable Integer end, long licences) {

        boolean inForceAtTheEndOf(int year) {
            return begin <= year && (end == null || end > year);
        }
    }

    private List<Life> lives(Selection selection) {
        return jdbc.sql("SELECT begin_year AS begin, end_year AS end, count(*) AS licences"
                        + " FROM contract_fact"
                        + (selection.whenever().isEmpty() ? " WHERE true" : selection.whenever())
                        + " AND " + KindGroup.LICENCES.condition() + " GROUP BY 1, 2")
                .params(selection.parameters())
                .query((row, index) ->
                        new Life(row.getInt("begin"), row.getObject("end", Integer.class), row.getLong("licences")))
                .list();
    }
}
