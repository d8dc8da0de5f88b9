package org.kakehashi.advisers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away when, and who stands in. An absence ends by itself. */
@Component
@Transactional
public class Absences {

    private static final String TODAY = " first_day <= :today AND last_day >= :today";

    private final JdbcClient jdbc;
    private final Advisers advisers;
    private final Caseload caseload;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Absences(
            JdbcClient jdbc,
            Advisers advisers,
            Caseload caseload,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.advisers = advisers;
        this.caseload = caseload;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What an adviser enters, or a manager for one.
     *
     * @param deputy who stands in; may be none
     * @param openTasks whether the deputy also takes the tasks that are open when it begins
     */
    public record Wish(
            LocalDate firstDay, LocalDate lastDay, @Nullable String deputy, boolean openTasks) {}

    /** @throws Refusal where it is not the user's own, overlaps another one, or the deputy cannot stand in */
    public Absence enter(String adviser, Wish wish) {
        checkOwn(adviser);
        LocalDate today = LocalDate.now(clock);
        if (wish.lastDay().isBefore(wish.firstDay()) || wish.lastDay().isBefore(today)) {
            throw Refusal.invalid("The absence ends on " + wish.lastDay() + ", which is "
                    + (wish.lastDay().isBefore(today) ? "over" : "before it begins") + ": give a later day.");
        }
        overlapping(adviser, wish).ifPresent(other -> {
            throw Refusal.conflict("%s is away from %s to %s already: end that absence first."
                    .formatted(adviser, other.firstDay(), other.lastDay()));
        });
        String deputy = StringUtils.trimToNull(wish.deputy());
        if (deputy != null) {
            checkDeputy(adviser, deputy, wish);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO absence (id, user_id, first_day, last_day, deputy, open_tasks, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'PLANNED')")
                .params(id, adviser, wish.firstDay(), wish.lastDay(), deputy, wish.openTasks())
                .update();
        events.publishEvent(new Absence.Changed());
        return new Absence(id, adviser, wish.firstDay(), wish.lastDay(), deputy, wish.openTasks());
    }

    /** The adviser is back, or does not go. @throws Refusal where it is not the user's own, or there is none such */
    public void end(String adviser, UUID id) {
        checkOwn(adviser);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        int ended = jdbc.sql("UPDATE absence SET last_day = :yesterday, first_day = least(first_day, :yesterday)"
                        + " WHERE id = :id AND user_id = :adviser AND last_day > :yesterday")
                .param("yesterday", yesterday)
                .param("id", id)
                .param("adviser", adviser)
                .update();
        if (ended == 0) {
            throw Refusal.notFound(adviser + " has no such absence that is not over.");
        }
        events.publishEvent(new Absence.Changed());
    }

    /** Those that are not over, the next first. */
    @Transactional(readOnly = true)
    public List<Absence> of(String adviser) {
        return jdbc.sql("SELECT * FROM absence WHERE user_id = ? AND last_day >= ? ORDER BY first_day")
                .params(adviser, LocalDate.now(clock))
                .query((row, index) -> absence(row))
                .list();
    }

    /** Who of them is away today. */
    @Transactional(readOnly = true)
    public Map<String, Absence> today(Collection<String> users) {
        return jdbc
                .sql("SELECT * FROM absence WHERE user_id = ANY (:users) AND" + TODAY)
                .param("users", users.toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, index) -> absence(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Absence::userId, Function.identity(), (one, other) -> one));
    }

    /** The advisers at whose place this user acts today. */
    @Transactional(readOnly = true)
    public Set<String> represented(String deputy) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT user_id FROM absence WHERE deputy = :deputy AND" + TODAY)
                .param("deputy", deputy)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list());
    }

    /** The absence during which somebody else takes the adviser's new task of that record or case, if any. */
    @Transactional(readOnly = true)
    public Optional<Absence> covering(String adviser, String number) {
        return Optional.ofNullable(today(List.of(adviser)).get(adviser))
                .filter(absence -> absence.deputy() != null
                        && !today(List.of(absence.deputy())).containsKey(absence.deputy())
                        && caseload.mayStandIn(number, adviser, absence.deputy()));
    }

    /** The deputy holds that task until the absence is over. */
    public void hold(UUID absence, String task) {
        jdbc.sql("INSERT INTO absence_task (absence_id, task_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(absence, task)
                .update();
    }

    /** Those that begin now, each told once, to one node. */
    public List<Absence> takeBegun() {
        return jdbc.sql("UPDATE absence SET state = 'RUNNING' WHERE state = 'PLANNED' AND" + TODAY + " RETURNING *")
                .param("today", LocalDate.now(clock))
                .query((row, index) -> absence(row))
                .list();
    }

    /** Those that are over now, each told once, to one node. */
    public List<Absence> takeOver() {
        return jdbc.sql("UPDATE absence SET state = 'OVER' WHERE state <> 'OVER' AND last_day < ? RETURNING *")
                .param(LocalDate.now(clock))
                .query((row, index) -> absence(row))
                .list();
    }

    /** The tasks that the deputy held for the absence. */
    @Transactional(readOnly = true)
    public List<String> held(UUID absence) {
        return jdbc.sql("SELECT task_id FROM absence_task WHERE absence_id = ?")
                .param(absence)
                .query(String.class)
                .list();
    }

    private Optional<Absence> overlapping(String adviser, Wish wish) {
        return jdbc.sql("SELECT * FROM absence WHERE user_id = ? AND first_day <= ? AND last_day >= ? LIMIT 1")
                .params(adviser, wish.lastDay(), wish.firstDay())
                .query((row, index) -> absence(row))
                .optional();
    }

    private void checkDeputy(String adviser, String deputy, Wish wish) {
        if (deputy.equals(adviser)) {
            throw Refusal.invalid("Nobody is their own deputy: name somebody else.");
        }
        if (advisers.findById(deputy).filter(Adviser::isActive).isEmpty()) {
            throw Refusal.invalid("\"" + deputy + "\" is not an active adviser: name one of the advisers as deputy.");
        }
        List<String> reasons = new ArrayList<>();
        overlapping(deputy, wish)
                .ifPresent(away -> reasons.add("%s is away from %s to %s: name another deputy."
                        .formatted(deputy, away.firstDay(), away.lastDay())));
        reasons.addAll(caseload.hindrances(adviser, deputy));
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, reasons);
        }
    }

    private void checkOwn(String adviser) {
        if (!advisers.existsById(adviser)) {
            throw Refusal.notFound("There is no adviser \"" + adviser + "\".");
        }
        if (!user.name().equals(adviser) && !user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS)) {
            throw Refusal.forbidden("An absence is entered and ended by the adviser or by a manager.");
        }
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("user_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("deputy"),
                row.getBoolean("open_tasks"));
    }
}
