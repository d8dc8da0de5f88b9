package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kakehashi.negotiation.Move;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long something took, as a histogram in tenths of a day. Whole fiscal years of all cases, or of a region's, are read as
 * the database has summed them up; single days, and what is narrowed further, one by one.
 */
final class Durations {

    /** What is measured: its table, the columns of its items and days, and whether it knows whose time it was. */
    enum Measure {
        /** The stages that cases left, by {@code Stage}. */
        STAGE("stage_passage", "stage", "left_on", true),
        /** What companies were asked, by {@code Occasion}. */
        ASKED("asking_fact", "occasion", "asked_on", false);

        private final String table;
        private final String item;
        private final String day;
        private final boolean withMoves;

        Measure(String table, String item, String day, boolean withMoves) {
            this.table = table;
            this.item = item;
            this.day = day;
            this.withMoves = withMoves;
        }

        private String moves() {
            return withMoves ? MOVES : "0 AS programme, 0 AS licensor, 0 AS licensee, 0 AS both_sides, 0 AS legal";
        }
    }

    private static final String MOVES = "programme, licensor, licensee, both_sides, legal";
    private static final int FIRST = 1900;
    private static final int LAST = 2300;

    private final TreeMap<Integer, Long> byTenths = new TreeMap<>();
    private final Map<Move, Long> seconds = new LinkedHashMap<>();
    private long begun;
    private long ended;

    private Durations() {}

    /** By item, in the time chosen. */
    static Map<String, Durations> of(Measure measure, Selection selection, JdbcClient jdbc) {
        var items = new TreeMap<String, Durations>();
        List<String> sources = new ArrayList<>();
        int first = selection.from() == null
                ? FIRST
                : FiscalYear.of(selection.from().minusDays(1)) + 1;
        int last = selection.to() == null ? LAST : FiscalYear.of(selection.to().plusDays(1)) - 1;
        if (selection.scope().isEmpty() || first > last) {
            sources.add(single(measure, selection, selection.within(measure.day)));
        } else {
            sources.add(
                    "SELECT item, tenths, cases, " + MOVES + " FROM duration_tally WHERE scope = :scope AND measure = '"
                            + measure.name() + "' AND fiscal_year BETWEEN :firstYear AND :lastYear");
            if (first > FIRST) {
                sources.add(single(
                        measure, selection, " AND " + measure.day + " >= :from AND " + measure.day + " < :firstDay"));
            }
            if (last < LAST) {
                sources.add(single(
                        measure, selection, " AND " + measure.day + " > :lastDay AND " + measure.day + " <= :to"));
            }
        }
        jdbc.sql("SELECT item, tenths, sum(cases) AS cases, sum(programme) AS programme, sum(licensor) AS licensor,"
                        + " sum(licensee) AS licensee, sum(both_sides) AS both_sides, sum(legal) AS legal FROM ("
                        + String.join(" UNION ALL ", sources)
                        + ") duration GROUP BY item, tenths HAVING sum(cases) > 0")
                .params(selection.parameters())
                .param("scope", selection.scope().orElse(""))
                .param("firstYear", first)
                .param("lastYear", last)
                .param("firstDay", FiscalYear.first(first))
                .param("lastDay", FiscalYear.last(last))
                .query(row -> {
                    Durations durations = items.computeIfAbsent(row.getString("item"), item -> new Durations());
                    durations.add(row.getObject("tenths", Integer.class), row.getLong("cases"));
                    for (Move move : Move.values()) {
                        String column = move == Move.BOTH ? "both_sides" : move.name();
                        durations.seconds.merge(move, row.getLong(column), Long::sum);
                    }
                });
        return items;
    }

    private static String single(Measure measure, Selection selection, String days) {
        String cases = selection.without(Selection.FROM, Selection.TO).cases();
        String measured = "SELECT " + measure.item + " AS item, tenths, 1 AS cases, " + measure.moves() + " FROM "
                + measure.table + " measured WHERE true" + days;
        if (selection.scope().isEmpty()) {
            return "SELECT item, tenths, cases, " + MOVES + " FROM (SELECT case_number FROM case_fact" + cases
                    + ") chosen CROSS JOIN LATERAL (" + measured
                    + " AND measured.case_number = chosen.case_number OFFSET 0) few";
        }
        return cases.isEmpty()
                ? measured
                : measured + " AND case_number IN (SELECT case_number FROM case_fact" + cases + ")";
    }

    /** Of durations that stand in no tally. */
    static Durations of(Map<Integer, Long> byTenths, long begun) {
        var durations = new Durations();
        byTenths.forEach(durations::add);
        durations.begun = begun;
        return durations;
    }

    private void add(Integer tenths, long cases) {
        begun += cases;
        if (tenths != null) {
            byTenths.merge(tenths, cases, Long::sum);
            ended += cases;
        }
    }

    /** How many began, ended or not. */
    long begun() {
        return begun;
    }

    long ended() {
        return ended;
    }

    long seconds(Move move) {
        return seconds.getOrDefault(move, 0L);
    }

    long seconds() {
        return seconds.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Interpolated between its neighbours, as PostgreSQL's percentile_cont does; in days, none where nothing ended. */
    BigDecimal percentile(int percent) {
        long hundredths = percent * (ended - 1);
        long lower = at(hundredths / 100);
        long upper = at((hundredths + 99) / 100);
        return BigDecimal.valueOf(lower * 100 + (upper - lower) * (hundredths % 100))
                .divide(BigDecimal.valueOf(1000), 1, RoundingMode.HALF_UP);
    }

    private long at(long index) {
        long passed = 0;
        for (Map.Entry<Integer, Long> tenths : byTenths.entrySet()) {
            passed += tenths.getValue();
            if (index < passed) {
                return tenths.getKey();
            }
        }
        return byTenths.lastKey();
    }
}
