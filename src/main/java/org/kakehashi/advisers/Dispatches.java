package org.kakehashi.advisers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Dispatch.State;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The terms of advisers at their hosts. Each step may be repeated. */
@Component
@Transactional
public class Dispatches {

    private static final String SELECT = """
            SELECT dispatch.*, organisation.name AS host, organisation.name_ja AS host_ja
            FROM adviser_dispatch dispatch JOIN organisation ON organisation.id = dispatch.host_organisation
            """;

    private final JdbcClient jdbc;
    private final Advisers advisers;
    private final Organisations organisations;
    private final Handovers handovers;
    private final DispatchLinks links;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Dispatches(
            JdbcClient jdbc,
            Advisers advisers,
            Organisations organisations,
            Handovers handovers,
            DispatchLinks links,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.advisers = advisers;
        this.organisations = organisations;
        this.handovers = handovers;
        this.links = links;
        this.journal = journal;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What a host asks for.
     *
     * @param prefecture where the adviser shall sit; the host's own where absent
     * @param fields that the adviser should cover
     * @param languages that the adviser should speak, as ISO 639-1 codes
     */
    public record Request(
            UUID hostOrganisationId,
            @Nullable Prefecture prefecture,
            Adviser.Kind kind,
            String purpose,
            Set<TechnologyField> fields,
            Set<String> languages,
            LocalDate firstDay,
            LocalDate lastDay) {}

    /** @throws Refusal where the host is neither a local government nor a TLO, or the days are in no order */
    public Dispatch request(Request wanted) {
        Organisation host = organisations.owning(wanted.hostOrganisationId());
        if (host.type() != OrganisationType.LOCAL_GOVERNMENT && host.type() != OrganisationType.TLO) {
            throw Refusal.invalid(
                    host.name() + " is neither a local government nor a TLO: advisers sit at those only.");
        }
        Prefecture prefecture = wanted.prefecture() == null ? host.prefecture() : wanted.prefecture();
        if (prefecture == null) {
            throw Refusal.invalid("Say in which prefecture the adviser shall sit.");
        }
        if (!wanted.lastDay().isAfter(wanted.firstDay()) || wanted.lastDay().isBefore(LocalDate.now(clock))) {
            throw Refusal.invalid("The term ends on " + wanted.lastDay()
                    + ": give a last day that lies ahead and after the" + " first day.");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO adviser_dispatch (id, host_organisation, prefecture, kind, purpose, fields, languages,"
                        + " first_day, last_day, state, reason, requested_by, requested_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', '', ?, ?)")
                .params(
                        id,
                        host.id(),
                        prefecture.name(),
                        wanted.kind().name(),
                        wanted.purpose().strip(),
                        wanted.fields().stream().sorted().map(Enum::name).toArray(String[]::new),
                        wanted.languages().stream().sorted().toArray(String[]::new),
                        wanted.firstDay(),
                        wanted.lastDay(),
                        user.name(),
                        Timestamp.from(clock.instant()))
                .update();
        note(id, "Adviser requested", host.name());
        events.publishEvent(new Dispatch.Requested(id));
        return of(id);
    }

    @Transactional(readOnly = true)
    public Dispatch of(UUID id) {
        return jdbc.sql(SELECT + "WHERE dispatch.id = ?")
                .param(id)
                .query((row, index) -> dispatch(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no such dispatch."));
    }

    /** The latest hundred, of one state where it is given. */
    @Transactional(readOnly = true)
    public List<Dispatch> latest(@Nullable State state) {
        return jdbc.sql(SELECT + "WHERE :state::text IS NULL OR dispatch.state = :state"
                        + " ORDER BY dispatch.requested_at DESC LIMIT 100")
                .param("state", state == null ? null : state.name())
                .query((row, index) -> dispatch(row))
                .list();
    }

    /** What happened to it so far, oldest first. */
    @Transactional(readOnly = true)
    public List<Journal.Entry> steps(UUID id) {
        return journal.of(id.toString());
    }

    /** A manager assigns an adviser, and the host is mailed a link to confirm. @throws Refusal where there is none such */
    public void approve(UUID id, @Nullable String adviser, String reason) {
        if (StringUtils.isBlank(adviser) || !advisers.existsById(adviser)) {
            throw Refusal.invalid("Choose the adviser who shall be dispatched.");
        }
        jdbc.sql("UPDATE adviser_dispatch SET state = 'APPROVED', user_id = ?, reason = ? WHERE id = ?")
                .params(adviser, reason, id)
                .update();
        note(id, "Adviser assigned", adviser);
        mailLink(id);
    }

    /** Mails the host another link. @throws Refusal where nothing is asked of it, or it has no mail address */
    public void mailLinkAgain(UUID id) {
        Dispatch dispatch = of(id);
        if (dispatch.state() != State.APPROVED) {
            throw Refusal.conflict("Nothing is asked of " + dispatch.host() + " at the moment.");
        }
        if (links.address(dispatch).isEmpty()) {
            throw Refusal.conflict("The directory has no mail address of " + dispatch.host()
                    + ": add it there, or ask by telephone and record the answer in Tasklist.");
        }
        mailLink(id);
    }

    private void mailLink(UUID id) {
        if (links.propose(of(id))) {
            note(id, "Link mailed to the host", "");
        }
    }

    /**
     * The host says on its page whether it wants the adviser.
     *
     * @throws Refusal where it gives no reason for not wanting the adviser, or the question has been answered meanwhile
     */
    public void answer(UUID id, boolean confirmed, String words) {
        if (!confirmed && words.isBlank()) {
            throw Refusal.invalid("Say why, so that another adviser can be found.");
        }
        int waiting = jdbc.sql("UPDATE adviser_dispatch SET reason = ? WHERE id = ? AND state = 'APPROVED'")
                .params(words.strip(), id)
                .update();
        if (waiting == 0) {
            throw Refusal.conflict("This has been answered already.");
        }
        if (confirmed) {
            confirm(id, words);
        } else {
            decline(id, true, words);
        }
        events.publishEvent(new Dispatch.Answered(id, confirmed));
    }

    /** A manager declines, or the host does not want the adviser; then it is decided on anew. */
    public void decline(UUID id, boolean byHost, String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("Say why, so that the host can be told.");
        }
        settle(id, byHost ? State.REQUESTED : State.DECLINED, reason.strip());
        if (byHost) {
            note(id, "Host does not want the adviser", reason.strip());
        } else {
            links.decline(of(id), reason.strip());
            note(id, "Declined", reason.strip());
        }
    }

    public void confirm(UUID id, String note) {
        settle(id, State.CONFIRMED, note.strip());
        note(id, "Host confirmed", note.strip());
    }

    /** The term begins: from now on the adviser sits at the host, until the last day. */
    public void begin(UUID id) {
        Dispatch dispatch = of(id);
        Adviser adviser = adviser(dispatch);
        adviser.update(new Adviser.Profile(
                adviser.name(),
                adviser.nameJa(),
                adviser.email(),
                dispatch.prefecture(),
                dispatch.host(),
                adviser.fields(),
                adviser.languages()));
        adviser.engaged(new Adviser.Engagement(
                dispatch.kind(), dispatch.hostOrganisation(), dispatch.firstDay(), dispatch.lastDay()));
        adviser.active(true);
        advisers.saveAndFlush(adviser);
        settle(id, State.RUNNING, dispatch.reason());
        note(id, "Term began", "");
    }

    /** The term goes on. @throws Refusal where the new last day is not later than the present one */
    public void renew(UUID id, @Nullable LocalDate lastDay, String reason) {
        Dispatch dispatch = of(id);
        if (lastDay == null || !lastDay.isAfter(dispatch.lastDay())) {
            throw Refusal.invalid("Give a last day after " + dispatch.lastDay() + ".");
        }
        jdbc.sql("UPDATE adviser_dispatch SET last_day = ?, reason = ? WHERE id = ?")
                .params(lastDay, reason, id)
                .update();
        Adviser adviser = adviser(dispatch);
        adviser.engaged(
                new Adviser.Engagement(dispatch.kind(), dispatch.hostOrganisation(), dispatch.firstDay(), lastDay));
        advisers.saveAndFlush(adviser);
        note(id, "Term renewed until " + lastDay, reason);
    }

    /** The term is not renewed: it is over after its last day. */
    public void letEnd(UUID id, String reason) {
        note(id, "Term will not be renewed", reason);
    }

    /** The term is over: the adviser gets no new work, and what is in hand is handed over. */
    public void end(UUID id) {
        Dispatch dispatch = of(id);
        if (dispatch.state() != State.ENDED) {
            settle(id, State.ENDED, dispatch.reason());
            note(id, "Term ended", "");
            handovers.leave(Objects.requireNonNull(dispatch.userId()), "The term at " + dispatch.host() + " is over.");
        }
    }

    /** Whether the user may record what a host asks for, and see it. @throws Refusal where not */
    public void enter() {
        if (!user.belongsToOneOf(Roles.REGISTRARS, Roles.MANAGERS, Roles.INTEGRATORS, Roles.ADMINISTRATORS)) {
            throw Refusal.forbidden("Dispatches are recorded by registrars and managers.");
        }
    }

    private Adviser adviser(Dispatch dispatch) {
        return advisers.findById(Objects.requireNonNull(dispatch.userId())).orElseThrow();
    }

    private void note(UUID id, String event, String text) {
        journal.note(id.toString(), event, text);
    }

    private static Dispatch dispatch(ResultSet row) throws SQLException {
        return new Dispatch(
                row.getObject("id", UUID.class),
                row.getObject("host_organisation", UUID.class),
                row.getString("host"),
                row.getString("host_ja"),
                Prefecture.valueOf(row.getString("prefecture")),
                Adviser.Kind.valueOf(row.getString("kind")),
                row.getString("purpose"),
                texts(row, "fields").map(TechnologyField::valueOf).collect(Collectors.toCollection(TreeSet::new)),
                texts(row, "languages").collect(Collectors.toCollection(TreeSet::new)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("user_id"),
                State.valueOf(row.getString("state")),
                row.getString("reason"));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private void settle(UUID id, State state, String reason) {
        jdbc.sql("UPDATE adviser_dispatch SET state = ?, reason = ? WHERE id = ?")
                .params(state.name(), reason, id)
                .update();
    }
}
