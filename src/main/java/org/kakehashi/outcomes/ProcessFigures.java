package org.kakehashi.outcomes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.outcomes.Durations.Measure;
import org.kakehashi.outcomes.Figure.Cell;
import org.kakehashi.outcomes.Figure.Chart;
import org.kakehashi.outcomes.Figure.Column;
import org.kakehashi.outcomes.Figure.Line;
import org.kakehashi.outcomes.Figure.Unit;
import org.kakehashi.platform.security.People;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How cases make their way: how far they come, why they end, how long each stage takes and whose time that is. */
@Component
@Transactional(readOnly = true)
class ProcessFigures {

    private static final String CASES = "/statistics/cases";

    private final Facts facts;
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    ProcessFigures(Facts facts, JdbcClient jdbc, People people, Clock clock) {
        this.facts = facts;
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    List<Figure> figures(Selection selection) {
        return List.of(
                funnel(selection),
                droppedOut(selection),
                declined(selection),
                durations(selection),
                rounds(selection),
                responses(selection),
                overdue());
    }

    /** The funnel from the registered seed to the contract; cases count by the day they were opened. */
    Figure funnel(Selection selection) {
        Map<String, Long> reached = facts.counts(
                "SELECT step::text AS value, count(*) AS contracts FROM case_fact" + selection.cases()
                        + " GROUP BY step",
                selection);
        List<Line> lines = new ArrayList<>();
        boolean recordsCount = !selection.narrows(Selection.ADVISER);
        lines.add(Line.of(
                Cell.of("Seeds registered"),
                recordsCount
                        ? Cell.of(count(Records.SEEDS, selection), Records.SEEDS.address(selection))
                        : Cell.of(null),
                Cell.of(null),
                Cell.of(null)));
        @Nullable Long found = recordsCount ? count(Records.PAIRS, selection) : null;
        lines.add(Line.of(
                Cell.of("Pairs proposed"),
                found == null ? Cell.of(null) : Cell.of(found, Records.PAIRS.address(selection)),
                Cell.of(null),
                Cell.of(null)));
        long before = 0;
        long cases = atLeast(Step.MATCH, reached);
        for (Step step : Step.values()) {
            long here = atLeast(step, reached);
            lines.add(Line.of(
                    Cell.of(step == Step.MATCH ? "Matches accepted" : step.english()),
                    Cell.of(here, open(selection.with(Selection.STEP, step.place()))),
                    Cell.of(step == Step.MATCH ? null : Figure.percentOf(here, before)),
                    Cell.of(Figure.percentOf(here, cases))));
            before = here;
        }
        return new Figure(
                "funnel",
                "From the seed to the contract",
                "Seeds, pairs and cases that came up in the time chosen; of the cases, how far they have come since.",
                Chart.BARS,
                List.of(
                        Figure.text("Step"),
                        Figure.count("reached", "Reached"),
                        Figure.percent("ofBefore", "% of the step before"),
                        Figure.percent("ofMatches", "% of the matches")),
                lines);
    }

    /** Of cases opened in the time chosen that ended without a contract: the reason, by how far they had come. */
    Figure droppedOut(Selection selection) {
        String where = selection.cases();
        var ended = new TreeMap<OutcomeCode, Map<Integer, Long>>();
        jdbc.sql("SELECT outcome, step, count(*) AS cases FROM case_fact" + (where.isEmpty() ? " WHERE true" : where)
                        + " AND outcome <> 'CONCLUDED' GROUP BY outcome, step")
                .params(selection.parameters())
                .query(row -> {
                    ended.computeIfAbsent(OutcomeCode.valueOf(row.getString("outcome")), code -> new TreeMap<>())
                            .put(row.getInt("step"), row.getLong("cases"));
                });
        long all = ended.values().stream()
                .flatMap(steps -> steps.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        List<Column> columns = new ArrayList<>(
                List.of(Figure.text("Reason"), Figure.count("cases", "Cases"), Figure.percent("percent", "%")));
        for (Step step : Step.values()) {
            columns.add(Figure.count("at" + step.place(), "At: " + step.english()));
        }
        List<Line> lines = new ArrayList<>();
        ended.forEach((code, steps) -> {
            Selection those = selection.with(Selection.OUTCOME, code.name());
            long cases = steps.values().stream().mapToLong(Long::longValue).sum();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(code.english()), Cell.of(cases, open(those)), Cell.of(Figure.percentOf(cases, all))));
            for (Step step : Step.values()) {
                long here = steps.getOrDefault(step.place(), 0L);
                cells.add(here == 0 ? Cell.of(0L) : Cell.of(here, open(those.with(Selection.LAST_STEP, step.place()))));
            }
            lines.add(new Line(cells, false));
        });
        return new Figure(
                "dropped-out",
                "Why cases ended without a contract",
                "By how far they had come.",
                Chart.BARS,
                columns,
                lines);
    }

    /** Why advisers declined pairs. */
    Figure declined(Selection selection) {
        Map<String, Long> reasons = selection.narrows(Selection.ADVISER)
                ? Map.of()
                : facts.counts(
                        "SELECT decline_reason AS value, count(*) AS contracts" + Records.PAIRS.chosenBy(selection)
                                + " AND match.status = 'DECLINED' GROUP BY decline_reason ORDER BY decline_reason",
                        selection);
        long all = reasons.values().stream().mapToLong(Long::longValue).sum();
        return new Figure(
                "declined-pairs",
                "Why pairs were declined",
                "",
                Chart.BARS,
                List.of(Figure.text("Reason"), Figure.count("pairs", "Pairs"), Figure.percent("percent", "%")),
                reasons.entrySet().stream()
                        .map(reason -> Line.of(
                                Cell.of(DeclineReason.valueOf(reason.getKey()).english()),
                                Cell.of(
                                        reason.getValue(),
                                        Records.PAIRS.address(selection.with(Selection.DECLINED, reason.getKey()))),
                                Cell.of(Figure.percentOf(reason.getValue(), all))))
                        .toList());
    }

    /** Median and 90th percentile of days in each stage that cases left in the time chosen, and whose time it was. */
    Figure durations(Selection selection) {
        Map<Stage, Durations> stages = new TreeMap<>();
        Durations.of(Measure.STAGE, selection, jdbc)
                .forEach((stage, durations) -> stages.put(Stage.valueOf(stage), durations));
        List<Column> columns = new ArrayList<>(List.of(
                Figure.text("Stage"),
                Figure.count("passages", "Cases that left it"),
                new Column("median", "Median days", Unit.DAYS),
                new Column("ninetieth", "90 % within days", Unit.DAYS)));
        for (Move move : Move.values()) {
            columns.add(Figure.percent(move.name(), "% " + move.english()));
        }
        List<Line> lines = new ArrayList<>();
        stages.forEach((stage, durations) -> {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(stage.english()),
                    Cell.of(durations.ended(), open(selection.spanned().with(Selection.LEFT, stage))),
                    Cell.of(durations.percentile(50)),
                    Cell.of(durations.percentile(90))));
            for (Move move : Move.values()) {
                cells.add(Cell.of(Figure.percentOf(durations.seconds(move), durations.seconds())));
            }
            lines.add(new Line(cells, false));
        });
        return new Figure(
                "durations",
                "Days in each stage, and whose time it was",
                "Stages that cases left in the time chosen. Days are counted to the tenth; a stage entered again counts"
                        + " with all of its time.",
                Chart.SHARES,
                columns,
                lines);
    }

    /** Rounds of terms of the cases opened in the time chosen that ended in a contract. */
    Figure rounds(Selection selection) {
        String where = selection.cases();
        Map<String, Long> rounds = facts.counts(
                "SELECT rounds::text AS value, count(*) AS contracts FROM case_fact"
                        + (where.isEmpty() ? " WHERE true" : where)
                        + " AND outcome = 'CONCLUDED' GROUP BY rounds ORDER BY rounds",
                selection);
        long all = rounds.values().stream().mapToLong(Long::longValue).sum();
        return new Figure(
                "rounds",
                "Rounds of terms until the contract",
                "",
                Chart.BARS,
                List.of(Figure.text("Rounds"), Figure.count("cases", "Contracts"), Figure.percent("percent", "%")),
                rounds.entrySet().stream()
                        .map(each -> Line.of(
                                Cell.of(each.getKey()),
                                Cell.of(
                                        each.getValue(),
                                        open(selection
                                                .with(Selection.OUTCOME, OutcomeCode.CONCLUDED.name())
                                                .with(Selection.ROUNDS, each.getKey()))),
                                Cell.of(Figure.percentOf(each.getValue(), all))))
                        .toList());
    }

    /** How many of the companies that were asked in the time chosen have answered, and after how many days. */
    Figure responses(Selection selection) {
        Map<Occasion, Durations> asked = new TreeMap<>();
        Durations.of(Measure.ASKED, selection, jdbc)
                .forEach((occasion, durations) -> asked.put(Occasion.valueOf(occasion), durations));
        List<Line> lines = new ArrayList<>();
        asked.forEach((occasion, durations) -> lines.add(responses(
                words(occasion),
                durations,
                open(selection.spanned().with(Selection.ASKED, occasion)),
                open(selection.spanned().with(Selection.ANSWERED, occasion)))));
        Durations inquiries = inquiries(selection);
        if (inquiries.begun() > 0) {
            lines.add(responses(
                    "Yearly inquiry",
                    inquiries,
                    ContractFigures.open(selection.spanned().with(Selection.WITH, Aspect.INQUIRY)),
                    ContractFigures.open(selection.spanned().with(Selection.WITH, Aspect.ANSWER))));
        }
        return new Figure(
                "responses",
                "Response rate of companies",
                "Companies asked in the time chosen. Days are counted to the tenth. Each number opens the cases or contracts in"
                        + " which they were asked; a case counts here as often as a side of it was.",
                Chart.BARS,
                List.of(
                        Figure.text("Asked for"),
                        Figure.count("asked", "Asked"),
                        Figure.count("answered", "Answered"),
                        Figure.percent("percent", "%"),
                        new Column("median", "Median days to the answer", Unit.DAYS)),
                lines);
    }

    private static Line responses(String words, Durations asked, String behindAsked, String behindAnswered) {
        return Line.of(
                Cell.of(words),
                Cell.of(asked.begun(), behindAsked),
                Cell.of(asked.ended(), behindAnswered),
                Cell.of(Figure.percentOf(asked.ended(), asked.begun())),
                Cell.of(asked.ended() == 0 ? null : asked.percentile(50)));
    }

    /** The licensees asked in the yearly inquiry. */
    private Durations inquiries(Selection selection) {
        String where = selection.whenever();
        var answered = new TreeMap<Integer, Long>();
        long[] asked = {0};
        jdbc.sql("SELECT tenths, count(*) AS inquiries FROM inquiry"
                        + (where.isEmpty()
                                ? " WHERE asked_on IS NOT NULL"
                                : " JOIN (SELECT contract_number FROM contract_fact" + where
                                        + ") chosen USING (contract_number) WHERE asked_on IS NOT NULL")
                        + selection.within("asked_on") + " GROUP BY 1")
                .params(selection.parameters())
                .query(row -> {
                    asked[0] += row.getLong("inquiries");
                    if (row.getObject("tenths", Integer.class) != null) {
                        answered.put(row.getInt("tenths"), row.getLong("inquiries"));
                    }
                });
        return Durations.of(answered, asked[0]);
    }

    /** Open tasks by step, as they are now. */
    Figure overdue() {
        List<Line> lines = jdbc.sql("""
                        SELECT name_ AS name, count(*) AS tasks, count(*) FILTER (WHERE due_date_ < :now) AS overdue,
                          round(extract(epoch FROM :now - min(due_date_) FILTER (WHERE due_date_ < :now)) / 86400, 1)
                            AS longest
                        FROM act_ru_task GROUP BY name_ ORDER BY overdue DESC, tasks DESC, name
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> Line.of(
                        Cell.of(row.getString("name")),
                        Cell.of(row.getLong("tasks"), PendingTasks.address("name", row.getString("name"))),
                        Cell.of(
                                row.getLong("overdue"),
                                PendingTasks.address("name", row.getString("name"), "overdue", "true")),
                        Cell.of(row.getLong("tasks") - row.getLong("overdue")),
                        Cell.of(Figure.percentOf(row.getLong("overdue"), row.getLong("tasks"))),
                        Cell.of(row.getBigDecimal("longest"))))
                .list();
        return new Figure(
                "overdue",
                "Open and overdue tasks, now",
                "All tasks of the programme as they are at this moment; no choice narrows them.",
                Chart.STACKS,
                List.of(
                        Figure.text("Task"),
                        Figure.count("tasks", "Open"),
                        Figure.count("overdue", "Overdue"),
                        Figure.count("inTime", "In time"),
                        Figure.percent("percent", "% overdue"),
                        new Column("longest", "Longest overdue (days)", Unit.DAYS)),
                lines);
    }

    /** Each adviser's contracts in the time chosen beside what is in hand now. */
    Figure advisers(Selection selection) {
        Map<String, Long> signed = facts.contractsByEach(selection, Facts.ADVISERS, "adviser");
        record Hand(long cases, long tasks, long overdue) {}
        var hands = new LinkedHashMap<String, Hand>();
        jdbc.sql("""
                        SELECT adviser, coalesce(cases, 0) AS cases, coalesce(tasks, 0) AS tasks,
                          coalesce(overdue, 0) AS overdue
                        FROM (SELECT user_id AS adviser FROM adviser WHERE active) active
                        LEFT JOIN (SELECT adviser, count(*) AS cases FROM (
                            SELECT number, licensor_adviser AS adviser FROM licensing_case WHERE outcome IS NULL
                            UNION SELECT number, licensee_adviser FROM licensing_case WHERE outcome IS NULL) side
                          GROUP BY adviser) open USING (adviser)
                        LEFT JOIN (SELECT assignee_ AS adviser, count(*) AS tasks,
                            count(*) FILTER (WHERE due_date_ < :now) AS overdue
                          FROM act_ru_task GROUP BY assignee_) task USING (adviser)
                        ORDER BY adviser
                        """).param("now", Timestamp.from(clock.instant())).query(row -> {
            if (!selection.narrows(Selection.ADVISER)
                    || selection.value(Selection.ADVISER).equals(row.getString("adviser"))) {
                hands.put(
                        row.getString("adviser"),
                        new Hand(row.getLong("cases"), row.getLong("tasks"), row.getLong("overdue")));
            }
        });
        var all = new TreeMap<String, Long>(signed);
        hands.keySet().forEach(adviser -> all.putIfAbsent(adviser, 0L));
        all.remove("");
        if (selection.narrows(Selection.ADVISER)) {
            all.keySet().retainAll(List.of(selection.value(Selection.ADVISER)));
        }
        Map<String, String> names = people.names(all.keySet());
        List<Line> lines = all.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(adviser -> {
                    @Nullable Hand hand = hands.get(adviser.getKey());
                    return Line.of(
                            Cell.of(names.getOrDefault(adviser.getKey(), adviser.getKey())),
                            Cell.of(
                                    adviser.getValue(),
                                    ContractFigures.open(selection.with(Selection.ADVISER, adviser.getKey()))),
                            Cell.of(
                                    hand == null ? 0L : hand.cases(),
                                    open(Selection.all()
                                            .with(Selection.ADVISER, adviser.getKey())
                                            .with(Selection.RUNNING, true))),
                            Cell.of(
                                    hand == null ? 0L : hand.tasks(),
                                    PendingTasks.address("adviser", adviser.getKey())),
                            Cell.of(
                                    hand == null ? 0L : hand.overdue(),
                                    PendingTasks.address("adviser", adviser.getKey(), "overdue", "true")));
                })
                .toList();
        return new Figure(
                "by-adviser",
                "Contracts and workload by adviser",
                "A contract with two advisers counts for each. Cases and tasks are those in hand now.",
                Chart.BARS,
                List.of(
                        Figure.text("Adviser"),
                        Figure.count("contracts", "Contracts"),
                        Figure.count("cases", "Open cases"),
                        Figure.count("tasks", "Open tasks"),
                        Figure.count("overdue", "Overdue tasks")),
                lines);
    }

    /** Names by user id, all of them or one. */
    Map<String, String> advisers(@Nullable String only) {
        var names = new LinkedHashMap<String, String>();
        jdbc.sql(
                        "SELECT user_id, name FROM adviser WHERE user_id = coalesce(CAST(:only AS text), user_id) ORDER BY name, user_id")
                .param("only", only)
                .query(row -> {
                    names.put(row.getString("user_id"), row.getString("name"));
                });
        return names;
    }

    private long count(Records records, Selection selection) {
        return jdbc.sql("SELECT count(*)" + records.chosenBy(selection))
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    private static long atLeast(Step step, Map<String, Long> reached) {
        return reached.entrySet().stream()
                .filter(each -> Integer.parseInt(each.getKey()) >= step.place())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String words(Occasion occasion) {
        return switch (occasion) {
            case CONSENT -> "Consent to the introduction";
            case NDA -> "Confidentiality agreement";
            case OFFER -> "Answer to an offer";
            case SIGNATURE -> "Signature";
        };
    }

    private static String open(Selection selection) {
        return CASES + selection.query();
    }
}
