package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Move;
import org.kakehashi.negotiation.Stage;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Side;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an adviser has before the eyes in the morning, in six statements however many cases there are. */
@Component
@Transactional(readOnly = true)
@EnableConfigurationProperties(AdviserDesk.Settings.class)
public class AdviserDesk {

    private static final String CASES = """
            SELECT number, stage, move_of, move_since, licensor_name || ' → ' || licensee_name AS parties,
              licensor_adviser = :adviser AS by_licensor, licensee_adviser = :adviser AS by_licensee
            FROM licensing_case
            WHERE outcome IS NULL AND (licensor_adviser = :adviser OR licensee_adviser = :adviser)
            ORDER BY move_since, number
            """;
    private static final String TASKS = """
            SELECT task.id_ AS id, task.name_ AS name, task.task_def_key_ AS element, task.due_date_ AS due,
              number.text_ AS number, parties.text_ AS parties, absent.name AS held_for
            FROM act_ru_task task
            LEFT JOIN act_ru_variable number ON number.task_id_ = task.id_ AND number.name_ = 'caseNumber'
            LEFT JOIN act_ru_variable parties ON parties.task_id_ = task.id_ AND parties.name_ = 'parties'
            LEFT JOIN absence_task held ON held.task_id = task.id_
            LEFT JOIN absence ON absence.id = held.absence_id AND absence.state = 'RUNNING' AND deputy = task.assignee_
            LEFT JOIN adviser absent ON absent.user_id = absence.user_id
            WHERE task.assignee_ = :adviser AND task.suspension_state_ = 1 ORDER BY task.due_date_, task.id_
            """;
    private static final String FREE = """
            SELECT task.id_ AS id, task.name_ AS name, task.task_def_key_ AS element, task.due_date_ AS due,
              number.text_ AS number, count(*) OVER () AS all_of_them
            FROM act_ru_task task
            LEFT JOIN act_ru_variable number ON number.task_id_ = task.id_ AND number.name_ = 'caseNumber'
            WHERE task.assignee_ IS NULL AND task.suspension_state_ = 1 AND EXISTS (
              SELECT FROM act_ru_identitylink link WHERE link.task_id_ = task.id_ AND link.type_ = 'candidate'
                AND (link.user_id_ = :adviser OR link.group_id_ = :group))
            ORDER BY task.due_date_, task.id_ LIMIT 10
            """;
    private static final String DAYS = """
            SELECT starts_at AS at, 'MEETING' AS kind, number, place AS what
            FROM meeting_plan JOIN licensing_case ON number = case_number
            WHERE outcome IS NULL AND (licensor_adviser = :adviser OR licensee_adviser = :adviser) AND NOT cancelled
              AND starts_at >= :now AND starts_at < :week
            UNION ALL
            SELECT CAST(renewal_due AS timestamp) AT TIME ZONE :zone, 'RECORD', record_number, '' FROM transfer
            WHERE adviser = :adviser AND renewal_due < :month
            UNION ALL
            SELECT CAST(due_on AS timestamp) AT TIME ZONE :zone, 'CONTRACT', obligation.contract_number, subject
            FROM licensing_case
            JOIN contract ON contract.case_number = licensing_case.number
            JOIN obligation ON obligation.contract_number = contract.number
            WHERE outcome = 'CONCLUDED' AND (licensing_case.licensor_adviser = :adviser OR licensing_case.licensee_adviser = :adviser)
              AND obligation.status = 'OPEN' AND obligation.kind = 'RENEWAL_NOTICE' AND due_on < :month
            ORDER BY 1, 3
            """;
    /** By the advisers at signing, as every report counts; whoever takes a case over later takes its tasks, not its result. */
    private static final String RESULTS = """
            SELECT count(*) FILTER (WHERE place.adviser = :adviser AND signed_on >= :first) AS mine,
              count(*) FILTER (WHERE signed_on >= :first) AS everybody,
              count(*) FILTER (WHERE place.adviser = :adviser AND signed_on < :first) AS mine_before,
              count(*) FILTER (WHERE signed_on < :first) AS everybody_before,
              (SELECT count(*) FROM adviser WHERE active) AS advisers
            FROM contract_fact
            CROSS JOIN LATERAL (SELECT licensor_adviser AS adviser UNION SELECT licensee_adviser) place
            WHERE signed_on >= :before AND place.adviser IS NOT NULL
            """;

    private static final String MATCHES = """
            SELECT match.number, seed_number, need_number, seed.title AS seed, need.title AS need, band, found_at
            FROM (SELECT match.* FROM transfer JOIN match ON seed_number = record_number
                WHERE adviser = :adviser AND match.status = 'PROPOSED'
              UNION SELECT match.* FROM transfer JOIN match ON need_number = record_number
                WHERE adviser = :adviser AND match.status = 'PROPOSED') match
            JOIN seed ON seed.number = seed_number
            JOIN need ON need.number = need_number
            ORDER BY found_at DESC, match.number LIMIT 10
            """;
    private static final List<String> FOLLOW_UPS = List.of("Task_VisitLicensee", "Task_ReviewAnswer");

    /** @param contractsAYear that an adviser of the programme concludes as a rule */
    @ConfigurationProperties("kakehashi.outcomes.adviser")
    record Settings(@DefaultValue("12") int contractsAYear) {}

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;

    AdviserDesk(JdbcClient jdbc, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose move it is, as the adviser sees it. */
    public enum Turn {
        OWN("Your move"),
        OTHER("The other side's move"),
        LEGAL("Legal's move");

        private final String english;

        Turn(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** An open case. */
    public record CaseLine(String number, Stage stage, Turn turn, Instant moveSince, String parties) {}

    /**
     * An open task.
     *
     * @param number of a case, a record or a contract
     * @param parties none where it is nobody's yet
     * @param heldFor the name of the absent colleague whose task it is
     */
    public record TaskLine(
            String id,
            String name,
            String element,
            @Nullable Instant due,
            @Nullable String number,
            @Nullable String parties,
            @Nullable String heldFor) {}

    /** Tasks that the adviser may take. @param all of them, of which the first due are named */
    public record FreeTasks(long all, List<TaskLine> first) {}

    /** Something that lies on a day: a meeting, the renewal of a record, the notice on a contract's renewal. */
    public record DayLine(Instant at, Kind kind, String number, String what) {}

    public enum Kind {
        MEETING("Technical meeting"),
        RECORD("Renewal of the record"),
        CONTRACT("Renewal of the contract");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** A proposed match of a record in the adviser's hands. */
    public record MatchLine(
            String number,
            String seedNumber,
            String needNumber,
            String seed,
            String need,
            String band,
            Instant foundAt) {}

    /**
     * Contracts that count, of this fiscal year and of the one before; each counts once for each adviser on its sides.
     *
     * @param asARule contracts that an adviser concludes in a year
     */
    public record Results(
            int fiscalYear, int mine, int everybody, int mineBefore, int everybodyBefore, int advisers, int asARule) {

        /** To the first decimal; 0 where there is no active adviser. */
        public BigDecimal average() {
            return average(everybody);
        }

        public BigDecimal averageBefore() {
            return average(everybodyBefore);
        }

        private BigDecimal average(int contracts) {
            return advisers == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(contracts).divide(BigDecimal.valueOf(advisers), 1, RoundingMode.HALF_UP);
        }
    }

    /** Everything at once. */
    public record Morning(
            List<CaseLine> cases,
            List<TaskLine> tasks,
            FreeTasks free,
            List<DayLine> days,
            Results results,
            List<MatchLine> matches,
            Instant now,
            Instant week) {

        public List<CaseLine> cases(Turn turn) {
            return cases.stream().filter(each -> each.turn() == turn).toList();
        }

        /** Overdue, or due within seven days. */
        public List<TaskLine> dueThisWeek() {
            return tasks.stream()
                    .filter(task -> task.due() != null && task.due().isBefore(week))
                    .toList();
        }

        public List<TaskLine> followUps() {
            return tasks.stream()
                    .filter(task -> FOLLOW_UPS.contains(task.element()))
                    .toList();
        }

        public long overdue() {
            return tasks.stream()
                    .filter(task -> task.due() != null && task.due().isBefore(now))
                    .count();
        }
    }

    public Morning of(String adviser) {
        Instant now = clock.instant();
        Instant week = now.plus(Duration.ofDays(7));
        return new Morning(
                cases(adviser),
                tasks(adviser),
                free(adviser),
                days(adviser, now, week),
                results(adviser),
                matches(adviser),
                now,
                week);
    }

    private List<CaseLine> cases(String adviser) {
        return jdbc.sql(CASES)
                .param("adviser", adviser)
                .query((row, index) -> new CaseLine(
                        row.getString("number"),
                        Stage.valueOf(row.getString("stage")),
                        turn(
                                Move.valueOf(row.getString("move_of")),
                                row.getBoolean("by_licensor"),
                                row.getBoolean("by_licensee")),
                        row.getTimestamp("move_since").toInstant(),
                        row.getString("parties")))
                .list();
    }

    private static Turn turn(Move move, boolean byLicensor, boolean byLicensee) {
        boolean own = move == Move.PROGRAMME
                || move == Move.BOTH
                || byLicensor && move == Move.of(Side.LICENSOR)
                || byLicensee && move == Move.of(Side.LICENSEE);
        return own ? Turn.OWN : move == Move.LEGAL ? Turn.LEGAL : Turn.OTHER;
    }

    private List<TaskLine> tasks(String adviser) {
        return jdbc.sql(TASKS)
                .param("adviser", adviser)
                .query((row, index) -> {
                    Timestamp due = row.getTimestamp("due");
                    return new TaskLine(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("element"),
                            due == null ? null : due.toInstant(),
                            row.getString("number"),
                            row.getString("parties"),
                            row.getString("held_for"));
                })
                .list();
    }

    private FreeTasks free(String adviser) {
        long[] all = {0};
        List<TaskLine> first = jdbc.sql(FREE)
                .param("adviser", adviser)
                .param("group", Roles.ADVISERS)
                .query((row, index) -> {
                    all[0] = row.getLong("all_of_them");
                    Timestamp due = row.getTimestamp("due");
                    return new TaskLine(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("element"),
                            due == null ? null : due.toInstant(),
                            row.getString("number"),
                            null,
                            null);
                })
                .list();
        return new FreeTasks(all[0], first);
    }

    private List<DayLine> days(String adviser, Instant now, Instant week) {
        return jdbc.sql(DAYS)
                .param("adviser", adviser)
                .param("now", Timestamp.from(now))
                .param("week", Timestamp.from(week))
                .param("month", LocalDate.now(clock).plusDays(31))
                .param("zone", clock.getZone().getId())
                .query((row, index) -> new DayLine(
                        row.getTimestamp("at").toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getString("what")))
                .list();
    }

    private Results results(String adviser) {
        int year = FiscalYear.of(LocalDate.now(clock));
        return jdbc.sql(RESULTS)
                .param("adviser", adviser)
                .param("first", FiscalYear.first(year))
                .param("before", FiscalYear.first(year - 1))
                .query((row, index) -> new Results(
                        year,
                        row.getInt("mine"),
                        row.getInt("everybody"),
                        row.getInt("mine_before"),
                        row.getInt("everybody_before"),
                        row.getInt("advisers"),
                        settings.contractsAYear()))
                .single();
    }

    private List<MatchLine> matches(String adviser) {
        return jdbc.sql(MATCHES)
                .param("adviser", adviser)
                .query(MatchLine.class)
                .list();
    }
}
