package org.kakehashi.outcomes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.People;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** The open tasks of everybody, those due longest first. */
@Component
@Transactional(readOnly = true)
public class PendingTasks {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    PendingTasks(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Which tasks; what is absent does not count.
     *
     * @param name of the task
     * @param adviser whose they are
     * @param overdue those that are over only
     * @param due how near
     */
    public record Wish(
            @Nullable String name,
            @Nullable String adviser,
            boolean overdue,
            @Nullable Nearness due) {}

    /** How near the day is on which a task is due. */
    public enum Nearness {
        LONG_OVER("Overdue for more than two weeks", "due_date_ < CAST(:now AS timestamp) - interval '14 days'"),
        OVER("Overdue for 3 to 14 days", "due_date_ < CAST(:now AS timestamp) - interval '3 days'"),
        JUST_OVER("Overdue for less than 3 days", "due_date_ < :now"),
        THIS_WEEK("Due within a week", "due_date_ < CAST(:now AS timestamp) + interval '7 days'"),
        LATER("Due later", "due_date_ IS NOT NULL"),
        NEVER("Without a date", "true");

        /** In SQL, of a task: the first that holds. */
        static final String OF_A_TASK = of();

        private final String english;
        private final String condition;

        Nearness(String english, String condition) {
            this.english = english;
            this.condition = condition;
        }

        public String english() {
            return english;
        }

        private static String of() {
            var sql = new StringBuilder("CASE");
            for (Nearness each : values()) {
                sql.append(" WHEN ")
                        .append(each.condition)
                        .append(" THEN '")
                        .append(each.name())
                        .append('\'');
            }
            return sql.append(" END").toString();
        }
    }

    /** @param number of the record or case; none where the task does not say */
    public record OpenTask(
            String id,
            String name,
            @Nullable String number,
            String whose,
            @Nullable Instant due,
            long daysOver) {}

    /** Where the tasks stand that are named by pairs of a parameter and its value. */
    static String address(String... parameters) {
        var address = UriComponentsBuilder.fromPath("/dashboard/tasks");
        for (int at = 0; at < parameters.length; at += 2) {
            address.queryParam(parameters[at], "{" + at + "}");
        }
        return address.encode().buildAndExpand((Object[]) values(parameters)).toUriString();
    }

    private static String[] values(String... parameters) {
        var values = new String[parameters.length / 2];
        for (int at = 0; at < values.length; at++) {
            values[at] = parameters[2 * at + 1];
        }
        return values;
    }

    public Page<OpenTask> find(Wish wish, Pageable page) {
        String where = " WHERE true" + (StringUtils.isBlank(wish.name()) ? "" : " AND name_ = :name")
                + (StringUtils.isBlank(wish.adviser()) ? "" : " AND assignee_ = :adviser")
                + (wish.overdue() ? " AND due_date_ < :now" : "")
                + (wish.due() == null ? "" : " AND " + Nearness.OF_A_TASK + " = :due");
        record Row(
                String id,
                String name,
                @Nullable String number,
                @Nullable String assignee,
                @Nullable Timestamp due) {}
        List<Row> rows = asked("""
                        SELECT task.id_ AS id, task.name_ AS name, task.assignee_ AS assignee, task.due_date_ AS due,
                          (SELECT text_ FROM act_ru_variable variable
                            WHERE variable.task_id_ = task.id_ AND variable.name_ = 'caseNumber') AS number
                        FROM act_ru_task task%s ORDER BY due_date_, id_ LIMIT :size OFFSET :offset
                        """.formatted(where), wish)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> new Row(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("number"),
                        row.getString("assignee"),
                        row.getTimestamp("due")))
                .list();
        Map<String, String> names =
                people.names(rows.stream().map(Row::assignee).toList());
        long all = asked("SELECT count(*) FROM act_ru_task" + where, wish)
                .query(Long.class)
                .single();
        return new PageImpl<>(
                rows.stream()
                        .map(row -> new OpenTask(
                                row.id(),
                                row.name(),
                                row.number(),
                                row.assignee() == null
                                        ? "nobody yet"
                                        : names.getOrDefault(row.assignee(), row.assignee()),
                                row.due() == null ? null : row.due().toInstant(),
                                row.due() == null
                                        ? 0
                                        : Duration.between(row.due().toInstant(), clock.instant())
                                                .toDays()))
                        .toList(),
                page,
                all);
    }

    private JdbcClient.StatementSpec asked(String sql, Wish wish) {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("name", wish.name())
                .param("adviser", wish.adviser())
                .param("due", wish.due() == null ? null : wish.due().name());
    }
}
