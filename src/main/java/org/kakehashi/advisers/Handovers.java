package org.kakehashi.advisers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Handover.Item;
import org.kakehashi.advisers.Handover.State;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands whole caseloads over. Each step may be repeated: what is done stays done. */
@Component
@Transactional
public class Handovers {

    private final JdbcClient jdbc;
    private final Advisers advisers;
    private final Caseload caseload;
    private final Workload workload;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Handovers(
            JdbcClient jdbc,
            Advisers advisers,
            Caseload caseload,
            Workload workload,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.advisers = advisers;
        this.caseload = caseload;
        this.workload = workload;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The adviser leaves: is given no new work from now on, and what is in hand goes to successors.
     *
     * @throws Refusal where the user is no manager, or a handover of the adviser runs already
     */
    public Handover begin(String adviser, String reason) {
        checkManages();
        Adviser leaving = advisers.findById(adviser)
                .orElseThrow(() -> Refusal.notFound("There is no adviser \"" + adviser + "\"."));
        if (reason.isBlank()) {
            throw Refusal.invalid("Say why " + leaving.name() + " hands the cases over.");
        }
        return leave(adviser, reason)
                .orElseThrow(
                        () -> Refusal.conflict("The cases of " + leaving.name() + " are being handed over already."));
    }

    /** The same without asking who says so; none where a handover of the adviser runs already. */
    Optional<Handover> leave(String adviser, String reason) {
        Adviser leaving = advisers.findById(adviser).orElseThrow();
        UUID id = UUID.randomUUID();
        int begun = jdbc.sql("INSERT INTO handover (id, user_id, reason, begun_by, begun_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(id, adviser, reason.strip(), user.name(), Timestamp.from(clock.instant()))
                .update();
        if (begun == 0) {
            return Optional.empty();
        }
        leaving.active(false);
        advisers.saveAndFlush(leaving);
        events.publishEvent(new Handover.Begun(id, adviser));
        return Optional.of(of(id));
    }

    @Transactional(readOnly = true)
    public Handover of(UUID id) {
        return jdbc.sql("SELECT * FROM handover WHERE id = ?")
                .param(id)
                .query((row, index) -> new Handover(
                        id,
                        row.getString("user_id"),
                        row.getString("reason"),
                        row.getString("begun_by"),
                        row.getTimestamp("begun_at").toInstant(),
                        instant(row.getTimestamp("ended_at"))))
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no such handover."));
    }

    /** A manager looks at a handover of that adviser. @throws Refusal where there is none such */
    @Transactional(readOnly = true)
    public Handover of(String adviser, UUID id) {
        checkManages();
        Handover handover = of(id);
        if (!handover.userId().equals(adviser)) {
            throw Refusal.notFound("There is no such handover of " + adviser + ".");
        }
        return handover;
    }

    private void checkManages() {
        if (!user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS)) {
            throw Refusal.forbidden("Handovers are begun and watched by managers.");
        }
    }

    /** All places, those that nobody has taken first. */
    @Transactional(readOnly = true)
    public List<Item> items(UUID id) {
        return jdbc.sql("SELECT * FROM handover_item WHERE handover_id = ?"
                        + " ORDER BY successor IS NOT NULL, state <> 'DECLINED', number, side")
                .param(id)
                .query((row, index) -> item(row))
                .list();
    }

    /** The places that are not with a successor yet. */
    @Transactional(readOnly = true)
    public List<Item> left(UUID id) {
        return items(id).stream().filter(item -> item.state() != State.MOVED).toList();
    }

    /**
     * Looks at what the adviser has in hand now and proposes a successor for each place that has none.
     *
     * @return whether anything is left to hand over
     */
    public boolean propose(UUID id) {
        String leaving = of(id).userId();
        List<Caseload.Place> present = caseload.of(leaving);
        for (Caseload.Place place : present) {
            jdbc.sql("INSERT INTO handover_item (handover_id, number, side, subject, state, reason)"
                            + " VALUES (?, ?, ?, ?, 'PROPOSED', '')"
                            + " ON CONFLICT (handover_id, number, side) DO UPDATE SET state = 'PROPOSED'"
                            + " WHERE handover_item.state = 'MOVED'")
                    .params(id, place.number(), place.side().name(), place.subject())
                    .update();
        }
        for (Item item : left(id)) {
            if (present.stream().noneMatch(place -> isAt(place).test(item))) {
                settle(id, item, item.successor(), State.MOVED, "");
            } else if (item.successor() == null || item.state() == State.DECLINED) {
                Set<String> excluded = new HashSet<>(Set.of(leaving));
                if (item.successor() != null) {
                    excluded.add(item.successor());
                }
                String next = caseload.successor(item.place(), excluded).orElse(null);
                settle(id, item, next, State.PROPOSED, item.reason());
            }
        }
        return !left(id).isEmpty();
    }

    /**
     * A manager wants somebody else for the place.
     *
     * @throws Refusal where that adviser cannot take it, or the place is not on the list
     */
    public void choose(UUID id, String key, String successor) {
        Item item = left(id).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("\"" + key + "\" is not waiting for a successor."));
        if (advisers.findById(successor).filter(Adviser::isActive).isEmpty()) {
            throw Refusal.invalid("\"" + successor + "\" is not an active adviser: choose one of the advisers.");
        }
        caseload.hindrance(item.place(), successor).ifPresent(sentence -> {
            throw Refusal.conflict(sentence);
        });
        settle(id, item, successor, State.PROPOSED, item.reason());
    }

    /** Who is asked now, each once. @throws Refusal where a place has no successor yet */
    @Transactional(readOnly = true)
    public List<String> asked(UUID id) {
        List<String> without = left(id).stream()
                .filter(item -> item.successor() == null)
                .map(Item::number)
                .toList();
        if (!without.isEmpty()) {
            throw Refusal.invalid("Choose a successor for " + String.join(", ", without) + ".");
        }
        return left(id).stream()
                .filter(item -> item.state() == State.PROPOSED)
                .map(Item::successor)
                .distinct()
                .sorted()
                .toList();
    }

    /** The successor takes all that was proposed but these, which go back to the manager with the reason. */
    public void answer(UUID id, String successor, Set<String> declined, String reason) {
        for (Item item : proposedTo(id, successor)) {
            boolean no = declined.contains(item.key());
            settle(id, item, successor, no ? State.DECLINED : State.ACCEPTED, no ? reason : "");
        }
    }

    /** What is proposed to that adviser. */
    @Transactional(readOnly = true)
    public List<Item> proposedTo(UUID id, String successor) {
        return left(id).stream()
                .filter(item -> item.state() == State.PROPOSED && successor.equals(item.successor()))
                .toList();
    }

    /** Moves what was accepted; what has become impossible meanwhile goes back to the manager with the reason. */
    public void move(UUID id) {
        for (Item item : left(id)) {
            String successor = item.successor();
            if (item.state() == State.ACCEPTED && successor != null) {
                Optional<String> hindrance = caseload.hindrance(item.place(), successor);
                if (hindrance.isPresent()) {
                    settle(id, item, successor, State.DECLINED, hindrance.get());
                } else {
                    caseload.move(item.place(), successor);
                    settle(id, item, successor, State.MOVED, "");
                }
            }
        }
    }

    /** Nothing is in hand any more: what is left of load, deputyships and invitations goes. */
    public void close(UUID id) {
        String leaving = of(id).userId();
        caseload.left(leaving);
        jdbc.sql("DELETE FROM adviser_load WHERE user_id = ?").param(leaving).update();
        jdbc.sql("UPDATE absence SET deputy = NULL WHERE deputy = ? AND state <> 'OVER'")
                .param(leaving)
                .update();
        jdbc.sql("UPDATE handover SET ended_at = coalesce(ended_at, ?) WHERE id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private void settle(UUID id, Item item, @Nullable String successor, State state, String reason) {
        String before = item.successor();
        boolean given = state == State.MOVED;
        if (before != null && !given && (!before.equals(successor) || state == State.DECLINED)) {
            release(item, before);
        }
        if (successor != null && state == State.PROPOSED) {
            workload.assigned(successor, item.number());
        }
        jdbc.sql("UPDATE handover_item SET successor = ?, state = ?, reason = ?"
                        + " WHERE handover_id = ? AND number = ? AND side = ?")
                .params(
                        successor,
                        state.name(),
                        reason,
                        id,
                        item.number(),
                        item.side().name())
                .update();
    }

    private void release(Item item, String reserved) {
        if (caseload.of(reserved).stream().noneMatch(place -> place.number().equals(item.number()))) {
            workload.released(reserved, item.number());
        }
    }

    private static Predicate<Item> isAt(Caseload.Place place) {
        return item -> item.number().equals(place.number()) && item.side() == place.side();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("number"),
                Side.valueOf(row.getString("side")),
                row.getString("subject"),
                row.getString("successor"),
                State.valueOf(row.getString("state")),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
