package org.kakehashi.advisers;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The declared ties of advisers to organisations. A tie that has ended stays on record and excludes no more. */
@Component
@Transactional
public class Ties {

    private static final String SELECT = """
            SELECT tie.*, organisation.name AS organisation
            FROM adviser_tie tie JOIN organisation ON organisation.id = tie.organisation_id
            """;
    private static final String HOLDS = " tie.since <= :today AND (tie.until IS NULL OR tie.until >= :today)";

    private final JdbcClient jdbc;
    private final Advisers advisers;
    private final Organisations organisations;
    private final CurrentUser user;
    private final Clock clock;

    Ties(JdbcClient jdbc, Advisers advisers, Organisations organisations, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.advisers = advisers;
        this.organisations = organisations;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What an adviser declares, or a manager for one.
     *
     * @param until the last day; none while it lasts
     */
    public record Declaration(
            UUID organisationId,
            Tie.Kind kind,
            LocalDate since,
            @Nullable LocalDate until,
            String note) {}

    /** @throws Refusal where it is not the user's own, or would end before it begins */
    public Tie declare(String adviser, Declaration declared) {
        checkOwn(adviser);
        organisations.owning(declared.organisationId());
        checkOrder(declared.since(), declared.until());
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO adviser_tie (id, user_id, organisation_id, kind, since, until, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        adviser,
                        declared.organisationId(),
                        declared.kind().name(),
                        declared.since(),
                        declared.until(),
                        declared.note())
                .update();
        return tie(id);
    }

    /**
     * The tie ends with that day.
     *
     * @throws Refusal where it is not the user's own, or the adviser has none such
     */
    public Tie end(String adviser, UUID id, LocalDate lastDay) {
        checkOwn(adviser);
        Tie tie = of(adviser).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(adviser + " has not declared such a tie."));
        checkOrder(tie.since(), lastDay);
        jdbc.sql("UPDATE adviser_tie SET until = ? WHERE id = ?")
                .params(lastDay, id)
                .update();
        return tie(id);
    }

    /** All that were declared, the latest first. @throws Refusal where they are not the user's own */
    @Transactional(readOnly = true)
    public List<Tie> of(String adviser) {
        checkOwn(adviser);
        return jdbc.sql(SELECT + "WHERE tie.user_id = :adviser ORDER BY tie.since DESC, tie.id")
                .param("adviser", adviser)
                .query((row, index) -> tie(row))
                .list();
    }

    /** The users who are tied to one of the organisations today. */
    @Transactional(readOnly = true)
    public Set<String> tiedTo(Collection<UUID> organisations) {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT tie.user_id FROM adviser_tie tie"
                        + " WHERE tie.organisation_id = ANY (:organisations) AND" + HOLDS)
                .param("organisations", organisations.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list());
    }

    /** The organisations that the user is tied to today. */
    @Transactional(readOnly = true)
    public Set<UUID> organisationsOf(String adviser) {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT tie.organisation_id FROM adviser_tie tie"
                        + " WHERE tie.user_id = :adviser AND" + HOLDS)
                .param("adviser", adviser)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list());
    }

    /** @throws Refusal where the adviser is tied to one of the organisations today, naming it */
    @Transactional(readOnly = true)
    public void check(String adviser, Collection<UUID> organisations) {
        jdbc.sql(SELECT + "WHERE tie.user_id = :adviser AND tie.organisation_id = ANY (:organisations) AND" + HOLDS
                        + " LIMIT 1")
                .param("adviser", adviser)
                .param("organisations", organisations.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, index) -> tie(row))
                .list()
                .forEach(tie -> {
                    throw Refusal.conflict("%s has declared a tie to %s: name another adviser."
                            .formatted(adviser, tie.organisation()));
                });
    }

    private Tie tie(UUID id) {
        return jdbc.sql(SELECT + "WHERE tie.id = :id")
                .param("id", id)
                .query((row, index) -> tie(row))
                .single();
    }

    private static Tie tie(ResultSet row) throws SQLException {
        Date until = row.getDate("until");
        return new Tie(
                row.getObject("id", UUID.class),
                row.getString("user_id"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation"),
                Tie.Kind.valueOf(row.getString("kind")),
                row.getObject("since", LocalDate.class),
                until == null ? null : until.toLocalDate(),
                row.getString("note"));
    }

    private static void checkOrder(LocalDate since, @Nullable LocalDate until) {
        if (until != null && until.isBefore(since)) {
            throw Refusal.invalid("The tie would end on " + until + ", before it begins on " + since + ".");
        }
    }

    private void checkOwn(String adviser) {
        if (!advisers.existsById(adviser)) {
            throw Refusal.notFound("There is no adviser \"" + adviser + "\".");
        }
        if (!user.name().equals(adviser) && !user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS)) {
            throw Refusal.forbidden("What ties an adviser is open to that adviser and to managers only.");
        }
    }
}
