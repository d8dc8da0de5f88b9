package org.kakehashi.negotiation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much in hand, in a handful of statements however many advisers and cases there are. */
@Component
@Transactional(readOnly = true)
public class WorkloadBoard {

    private static final String STAGES = """
            SELECT place.adviser, stage, count(*) AS cases, min(move_since) AS waits_since
            FROM licensing_case
            CROSS JOIN LATERAL (SELECT licensor_adviser AS adviser UNION SELECT licensee_adviser) place
            WHERE outcome IS NULL AND place.adviser = ANY (:advisers)
            GROUP BY place.adviser, stage
            """;
    private static final String TASKS = """
            SELECT assignee_ AS adviser, count(*) AS tasks, count(*) FILTER (WHERE due_date_ < :now) AS overdue,
              min(create_time_) AS oldest
            FROM act_ru_task WHERE assignee_ = ANY (:advisers) GROUP BY assignee_
            """;
    private static final String CASES = """
            SELECT number, place.side, stage, move_of, move_since, opened_at, seed_title,
              licensor_name || ' → ' || licensee_name AS parties
            FROM licensing_case
            CROSS JOIN LATERAL (VALUES ('LICENSOR', licensor_adviser), ('LICENSEE', licensee_adviser)) place (side, adviser)
            WHERE outcome IS NULL AND place.adviser = :adviser
              AND (licensor_adviser = :adviser OR licensee_adviser = :adviser)
            ORDER BY move_since, number
            """;
    private static final String TASKS_OF_CASES = """
            SELECT variable.text_ AS number, task.name_ AS name, task.due_date_ AS due, task.create_time_ AS since
            FROM act_ru_task task
            JOIN act_ru_variable variable ON variable.task_id_ = task.id_ AND variable.name_ = 'caseNumber'
            WHERE task.assignee_ = :adviser ORDER BY task.due_date_
            """;

    private final Advisers advisers;
    private final Absences absences;
    private final JdbcClient jdbc;
    private final Clock clock;

    WorkloadBoard(Advisers advisers, Absences absences, JdbcClient jdbc, Clock clock) {
        this.advisers = advisers;
        this.absences = absences;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One adviser's work.
     *
     * @param stages how many open cases stand in each stage, in the order of the stages
     * @param longestWait since when the case waits that has waited longest
     * @param oldestTask since when the oldest task is open
     * @param absence today's, if any
     */
    public record Line(
            Adviser adviser,
            Map<Stage, Integer> stages,
            @Nullable Instant longestWait,
            int tasks,
            int overdue,
            @Nullable Instant oldestTask,
            @Nullable Absence absence) {

        public int cases() {
            return stages.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** One side of an open case, with the adviser's open tasks of it, the most urgent first. */
    public record Card(
            String number,
            Side side,
            Stage stage,
            Move moveOf,
            Instant moveSince,
            Instant openedAt,
            String parties,
            String seedTitle,
            List<OpenTask> tasks) {}

    /** @param since when it came up */
    public record OpenTask(String name, @Nullable Instant due, Instant since) {}

    /** The active advisers of a region, a prefecture or the whole country; who has most overdue comes first. */
    public List<Line> lines(Prefecture.@Nullable Region region, @Nullable Prefecture prefecture) {
        List<Adviser> shown = advisers.findAll().stream()
                .filter(Adviser::isActive)
                .filter(adviser -> region == null || adviser.prefecture().region() == region)
                .filter(adviser -> prefecture == null || adviser.prefecture() == prefecture)
                .toList();
        List<String> users = shown.stream().map(Adviser::userId).toList();
        Map<String, Absence> away = absences.today(users);
        Map<String, List<StageCount>> stages = stages(users);
        Map<String, TaskCount> tasks = tasks(users);
        return shown.stream()
                .map(adviser -> line(
                        adviser,
                        stages.getOrDefault(adviser.userId(), List.of()),
                        tasks.getOrDefault(adviser.userId(), TaskCount.NONE),
                        away.get(adviser.userId())))
                .sorted((one, other) -> other.overdue() != one.overdue()
                        ? other.overdue() - one.overdue()
                        : other.cases() != one.cases()
                                ? other.cases() - one.cases()
                                : one.adviser()
                                        .userId()
                                        .compareTo(other.adviser().userId()))
                .toList();
    }

    /** The adviser's open cases, the longest wait first. */
    public List<Card> cards(String adviser) {
        Map<String, List<OpenTask>> tasks = jdbc
                .sql(TASKS_OF_CASES)
                .param("adviser", adviser)
                .query((row, index) -> Map.entry(
                        row.getString("number"),
                        new OpenTask(
                                row.getString("name"),
                                instant(row.getTimestamp("due")),
                                row.getTimestamp("since").toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql(CASES)
                .param("adviser", adviser)
                .query((row, index) -> new Card(
                        row.getString("number"),
                        Side.valueOf(row.getString("side")),
                        Stage.valueOf(row.getString("stage")),
                        Move.valueOf(row.getString("move_of")),
                        row.getTimestamp("move_since").toInstant(),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("parties"),
                        row.getString("seed_title"),
                        tasks.getOrDefault(row.getString("number"), List.of())))
                .list();
    }

    private record StageCount(String adviser, Stage stage, int cases, Instant waitsSince) {}

    private record TaskCount(
            String adviser,
            int tasks,
            int overdue,
            @Nullable Instant oldest) {

        static final TaskCount NONE = new TaskCount("", 0, 0, null);
    }

    private Map<String, List<StageCount>> stages(Collection<String> users) {
        return jdbc
                .sql(STAGES)
                .param("advisers", users.toArray(String[]::new))
                .query((row, index) -> new StageCount(
                        row.getString("adviser"),
                        Stage.valueOf(row.getString("stage")),
                        row.getInt("cases"),
                        row.getTimestamp("waits_since").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(StageCount::adviser));
    }

    private Map<String, TaskCount> tasks(Collection<String> users) {
        return jdbc
                .sql(TASKS)
                .param("advisers", users.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> new TaskCount(
                        row.getString("adviser"),
                        row.getInt("tasks"),
                        row.getInt("overdue"),
                        instant(row.getTimestamp("oldest"))))
                .list()
                .stream()
                .collect(Collectors.toMap(TaskCount::adviser, Function.identity()));
    }

    private static Line line(Adviser adviser, List<StageCount> counts, TaskCount tasks, @Nullable Absence absence) {
        Map<Stage, Integer> stages = new LinkedHashMap<>();
        counts.stream()
                .sorted((one, other) -> one.stage().compareTo(other.stage()))
                .forEach(count -> stages.put(count.stage(), count.cases()));
        return new Line(
                adviser,
                stages,
                counts.stream()
                        .map(StageCount::waitsSince)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                tasks.tasks(),
                tasks.overdue(),
                tasks.oldest(),
                absence);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
