package org.kakehashi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The activity records of advisers. An adviser writes and reads the own ones, managers all. A change adds a version; once
 * a manager has closed a month nothing in it changes.
 */
@Component
@Transactional
public class Activities {

    private static final String MEETING = """
            FROM activity WHERE NOT struck
            AND (CAST(:adviser AS text) IS NULL OR adviser = :adviser)
            AND (CAST(:kind AS text) IS NULL OR kind = :kind)
            AND (CAST(:prefecture AS text) IS NULL OR prefecture = :prefecture)
            AND (CAST(:from AS date) IS NULL OR day >= :from)
            AND (CAST(:until AS date) IS NULL OR day <= :until)
            """;

    private final JdbcClient jdbc;
    private final Advisers advisers;
    private final Organisations organisations;
    private final CurrentUser user;
    private final Clock clock;

    Activities(JdbcClient jdbc, Advisers advisers, Organisations organisations, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.advisers = advisers;
        this.organisations = organisations;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What to look for; what is absent does not count.
     *
     * @param from first day
     * @param until last day
     */
    public record Wish(
            @Nullable String adviser,
            Activity.@Nullable Kind kind,
            @Nullable Prefecture prefecture,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** @throws Refusal where it is not the user's own, its month is closed, or a fact cannot be */
    public Activity record(String adviser, Activity.Facts facts) {
        checkOwn(adviser);
        if (!advisers.existsById(adviser)) {
            throw Refusal.notFound("There is no adviser \"" + adviser + "\".");
        }
        check(facts);
        holdOpen(facts.day());
        return append(UUID.randomUUID(), 1, adviser, facts, false, "");
    }

    /**
     * @param version that the change was made on
     * @throws Refusal where it is not the user's own, a month is closed, a fact cannot be, or it changed meanwhile
     */
    public Activity correct(UUID id, int version, Activity.Facts facts, String reason) {
        Activity before = changeable(id, version);
        check(facts);
        holdOpen(facts.day());
        return append(id, version + 1, before.adviser(), facts, false, reason);
    }

    /** It was entered by mistake and counts no more. @throws Refusal as for a correction */
    public Activity strike(UUID id, int version, String reason) {
        Activity before = changeable(id, version);
        return append(id, version + 1, before.adviser(), before.facts(), true, reason);
    }

    /** All versions, the first one first. @throws Refusal where there is none such, or it is not the user's own */
    @Transactional(readOnly = true)
    public List<Activity> versions(UUID id) {
        List<Activity> versions = jdbc.sql("SELECT * FROM activity_version WHERE id = ? ORDER BY version")
                .param(id)
                .query((row, index) -> activity(row))
                .list();
        if (versions.isEmpty()) {
            throw Refusal.notFound("There is no activity " + id + ".");
        }
        checkOwn(versions.get(0).adviser());
        return versions;
    }

    /** Those that count, the latest first; to whom is no manager only the own. @throws Refusal for another's */
    @Transactional(readOnly = true)
    public Page<Activity> find(Wish wish, Pageable page) {
        String adviser = reader(wish);
        List<Activity> found = meeting(
                        "SELECT * " + MEETING + " ORDER BY day DESC, id LIMIT :size OFFSET :offset", adviser, wish)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, index) -> activity(row))
                .list();
        long total = meeting("SELECT count(*) " + MEETING, adviser, wish)
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, total);
    }

    /**
     * How often and how long something was done in a prefecture.
     *
     * @param minutes altogether
     * @param participants of courses, altogether
     */
    public record Total(Activity.Kind kind, Prefecture prefecture, long activities, long minutes, long participants) {}

    /** The figures of those that count, by kind and prefecture; narrowed and refused as {@link #find} is. */
    @Transactional(readOnly = true)
    public List<Total> totals(Wish wish) {
        return meeting(
                        "SELECT kind, prefecture, count(*) AS activities, sum(minutes) AS minutes,"
                                + " coalesce(sum(participants), 0) AS participants " + MEETING
                                + " GROUP BY kind, prefecture ORDER BY kind, prefecture",
                        reader(wish),
                        wish)
                .query(Total.class)
                .list();
    }

    /** The same by kind alone, wherever it was done. */
    public record Sum(Activity.Kind kind, long activities, long minutes, long participants) {}

    /** As {@link #totals}, by kind alone. */
    @Transactional(readOnly = true)
    public List<Sum> sums(Wish wish) {
        return totals(wish).stream()
                .collect(Collectors.groupingBy(Total::kind, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> new Sum(
                        each.getKey(),
                        each.getValue().stream().mapToLong(Total::activities).sum(),
                        each.getValue().stream().mapToLong(Total::minutes).sum(),
                        each.getValue().stream().mapToLong(Total::participants).sum()))
                .toList();
    }

    private @Nullable String reader(Wish wish) {
        String adviser = wish.adviser() == null && !manages() ? user.name() : wish.adviser();
        if (adviser != null) {
            checkOwn(adviser);
        }
        return adviser;
    }

    /** From now on nothing in the month changes. @throws Refusal to all but managers, and before the month is over */
    public void close(YearMonth month) {
        if (!manages()) {
            throw Refusal.forbidden("A month is closed by managers only.");
        }
        if (!month.isBefore(YearMonth.now(clock))) {
            throw Refusal.conflict(month + " is not over: close it from " + month.plusMonths(1) + " on.");
        }
        open(month);
        int closed = jdbc.sql("UPDATE activity_month SET closed_at = ?, closed_by = ?"
                        + " WHERE month = ? AND closed_at IS NULL")
                .params(Timestamp.from(clock.instant()), user.name(), month.atDay(1))
                .update();
        if (closed == 0) {
            throw Refusal.conflict(month + " is closed already.");
        }
    }

    private Activity changeable(UUID id, int version) {
        List<Activity> versions = versions(id);
        Activity latest = versions.get(versions.size() - 1);
        if (latest.struck()) {
            throw Refusal.conflict("The activity has been struck: record a new one.");
        }
        holdOpen(latest.facts().day());
        if (latest.version() != version) {
            throw changedMeanwhile();
        }
        return latest;
    }

    private static Refusal changedMeanwhile() {
        return Refusal.conflict("The activity has changed meanwhile: read it again, then change it.");
    }

    private void check(Activity.Facts facts) {
        if (facts.day().isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("The day " + facts.day() + " has not come yet: record what was done.");
        }
        if ((facts.kind() == Activity.Kind.COURSE) != (facts.participants() != null)) {
            throw Refusal.invalid("Give the participants of a course, and of a course only.");
        }
        if (facts.number() != null) {
            CaseNumber.parse(facts.number());
        }
        if (facts.organisationId() != null) {
            organisations.owning(facts.organisationId());
        }
    }

    /** Keeps the month from being closed until this transaction ends. */
    private void holdOpen(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        open(month);
        boolean closed = jdbc.sql("SELECT closed_at IS NOT NULL FROM activity_month WHERE month = ? FOR SHARE")
                .param(month.atDay(1))
                .query(Boolean.class)
                .single();
        if (closed) {
            throw Refusal.conflict(month + " is closed: what was recorded in it stays as it is.");
        }
    }

    private void open(YearMonth month) {
        jdbc.sql("INSERT INTO activity_month (month) VALUES (?) ON CONFLICT DO NOTHING")
                .param(month.atDay(1))
                .update();
    }

    private Activity append(UUID id, int version, String adviser, Activity.Facts facts, boolean struck, String reason) {
        int added = jdbc.sql("INSERT INTO activity_version (id, version, adviser, kind, day, minutes, prefecture,"
                        + " organisation_id, number, participants, text, struck, reason, changed_by, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        id,
                        version,
                        adviser,
                        facts.kind().name(),
                        facts.day(),
                        facts.minutes(),
                        facts.prefecture().name(),
                        facts.organisationId(),
                        facts.number(),
                        facts.participants(),
                        facts.text(),
                        struck,
                        reason,
                        user.name(),
                        Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            throw changedMeanwhile();
        }
        return jdbc.sql("SELECT * FROM activity_version WHERE id = ? AND version = ?")
                .params(id, version)
                .query((row, index) -> activity(row))
                .single();
    }

    private JdbcClient.StatementSpec meeting(String sql, @Nullable String adviser, Wish wish) {
        return jdbc.sql(sql)
                .param("adviser", adviser)
                .param("kind", wish.kind() == null ? null : wish.kind().name())
                .param(
                        "prefecture",
                        wish.prefecture() == null ? null : wish.prefecture().name())
                .param("from", wish.from())
                .param("until", wish.until());
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("adviser"),
                new Activity.Facts(
                        Activity.Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getInt("minutes"),
                        Prefecture.valueOf(row.getString("prefecture")),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("number"),
                        row.getObject("participants", Integer.class),
                        row.getString("text")),
                row.getBoolean("struck"),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    private boolean manages() {
        return user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS);
    }

    private void checkOwn(String adviser) {
        if (!user.name().equals(adviser) && !manages()) {
            throw Refusal.forbidden("What an adviser did is open to that adviser and to managers only.");
        }
    }
}
