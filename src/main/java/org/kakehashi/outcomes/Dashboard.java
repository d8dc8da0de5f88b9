package org.kakehashi.outcomes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.outcomes.Figure.Cell;
import org.kakehashi.outcomes.Figure.Chart;
import org.kakehashi.outcomes.Figure.Column;
import org.kakehashi.outcomes.Figure.Line;
import org.kakehashi.outcomes.PendingTasks.Nearness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the programme stands at this moment: what is open, what is stuck and why. */
@Component
@Transactional(readOnly = true)
public class Dashboard {

    private static final int MOST = 15;
    private static final String SILENT =
            " FROM licensing_case JOIN asking_fact ON case_number = number AND tenths IS NULL"
                    + " JOIN party_asking USING (case_number, side, occasion, round)"
                    + " WHERE outcome IS NULL AND move_of IN (side, 'BOTH')";

    private final JdbcClient jdbc;
    private final Clock clock;

    Dashboard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param silent sides of open cases that have not answered for two weeks */
    public record Counts(long cases, long tasks, long overdue, long silent, long incidents, long letters) {}

    public record SilentSide(String caseNumber, String party, Occasion occasion, long days) {}

    /** @param what went wrong, as the engine calls it */
    public record Trouble(
            String processInstance,
            String process,
            String step,
            @Nullable String number,
            String what,
            Instant since) {}

    public Counts counts() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM licensing_case WHERE outcome IS NULL) AS cases,
                          (SELECT count(*) FROM act_ru_task) AS tasks,
                          (SELECT count(*) FROM act_ru_task WHERE due_date_ < :now) AS overdue,
                          (SELECT count(*)%s AND asked_at < :twoWeeksAgo) AS silent,
                          (SELECT count(*) FROM act_ru_incident) AS incidents,
                          (SELECT count(*) FROM event_publication WHERE completion_date IS NULL) AS letters
                        """.formatted(SILENT))
                .param("now", now())
                .param("twoWeeksAgo", Timestamp.from(clock.instant().minus(Duration.ofDays(14))))
                .query((row, index) -> new Counts(
                        row.getLong("cases"),
                        row.getLong("tasks"),
                        row.getLong("overdue"),
                        row.getLong("silent"),
                        row.getLong("incidents"),
                        row.getLong("letters")))
                .single();
    }

    /** Open cases by stage, and in each by whose move it is. */
    public Figure stages() {
        Map<Stage, Map<Move, Long>> cases = new EnumMap<>(Stage.class);
        jdbc.sql(
                        "SELECT stage, move_of, count(*) AS cases FROM licensing_case WHERE outcome IS NULL GROUP BY stage, move_of")
                .query(row -> {
                    cases.computeIfAbsent(Stage.valueOf(row.getString("stage")), stage -> new EnumMap<>(Move.class))
                            .put(Move.valueOf(row.getString("move_of")), row.getLong("cases"));
                });
        List<Column> columns = new ArrayList<>(List.of(Figure.text("Stage"), Figure.count("cases", "Open cases")));
        for (Move move : Move.values()) {
            columns.add(Figure.count(move.name(), move.english()));
        }
        List<Line> lines = new ArrayList<>();
        cases.forEach((stage, moves) -> {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(stage.english()),
                    Cell.of(moves.values().stream().mapToLong(Long::longValue).sum(), "/cases?stage=" + stage.name())));
            for (Move move : Move.values()) {
                cells.add(Cell.of(moves.getOrDefault(move, 0L), "/cases?stage=%s&moveOf=%s".formatted(stage, move)));
            }
            lines.add(new Line(cells, false));
        });
        return new Figure("stages", "Open cases by stage, and whose move it is", "", Chart.STACKS, columns, lines);
    }

    /** Open tasks by how long they have been due, or will be. */
    public Figure dueness() {
        Map<Nearness, Long> tasks = new EnumMap<>(Nearness.class);
        jdbc.sql("SELECT nearness, count(*) AS tasks FROM (SELECT " + Nearness.OF_A_TASK
                        + " AS nearness FROM act_ru_task) task GROUP BY nearness")
                .param("now", now())
                .query(row -> {
                    tasks.put(Nearness.valueOf(row.getString("nearness")), row.getLong("tasks"));
                });
        List<Line> lines = tasks.entrySet().stream()
                .map(each -> Line.of(
                        Cell.of(each.getKey().english()),
                        Cell.of(
                                each.getValue(),
                                PendingTasks.address("due", each.getKey().name()))))
                .toList();
        return new Figure(
                "due",
                "Open tasks by when they are due",
                "",
                Chart.BARS,
                List.of(Figure.text("Due"), Figure.count("tasks", "Open tasks")),
                lines);
    }

    /** Sides whose move it is and that have been silent longest. */
    public List<SilentSide> silentSides() {
        return jdbc.sql("""
                        SELECT case_number, occasion, asked_at,
                          CASE side WHEN 'LICENSOR' THEN licensor_name ELSE licensee_name END AS party
                        %s ORDER BY asked_at LIMIT :most
                        """.formatted(SILENT))
                .param("most", MOST)
                .query((row, index) -> new SilentSide(
                        row.getString("case_number"),
                        row.getString("party"),
                        Occasion.valueOf(row.getString("occasion")),
                        days(row.getTimestamp("asked_at").toInstant())))
                .list();
    }

    /** Steps that a technical fault holds up, the newest first. */
    public List<Trouble> troubles() {
        return jdbc.sql("""
                        SELECT incident.proc_inst_id_ AS instance, definition.name_ AS process,
                          incident.activity_id_ AS step, incident.incident_type_ AS what,
                          incident.incident_timestamp_ AS since,
                          (SELECT business_key_ FROM act_ru_execution WHERE id_ = incident.proc_inst_id_) AS number
                        FROM act_ru_incident incident JOIN act_re_procdef definition ON definition.id_ = proc_def_id_
                        WHERE incident.id_ = incident.cause_incident_id_
                        ORDER BY incident_timestamp_ DESC LIMIT :most
                        """)
                .param("most", MOST)
                .query((row, index) -> trouble(row))
                .list();
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        return new Trouble(
                row.getString("instance"),
                row.getString("process"),
                row.getString("step"),
                row.getString("number"),
                row.getString("what").equals("failedJob") ? "A step failed repeatedly" : row.getString("what"),
                row.getTimestamp("since").toInstant());
    }

    private long days(Instant since) {
        return Duration.between(since, clock.instant()).toDays();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
