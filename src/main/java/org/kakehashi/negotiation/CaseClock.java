package org.kakehashi.negotiation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose time a case takes, stage by stage. */
@Component
@Transactional
public class CaseClock {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A stretch of time in which a case stood still at one mover.
     *
     * @param until none while it lasts
     */
    public record Stretch(
            Stage stage,
            Move moveOf,
            Instant since,
            @Nullable Instant until) {}

    /** The time that one mover has taken in one stage. */
    public record Spent(Stage stage, Move moveOf, Duration time) {}

    void turn(String caseNumber, Stage stage, Move moveOf) {
        stop(caseNumber);
        jdbc.sql("INSERT INTO case_clock (case_number, since, stage, move_of) VALUES (?, ?, ?, ?)")
                .params(caseNumber, Timestamp.from(clock.instant()), stage.name(), moveOf.name())
                .update();
    }

    void stop(String caseNumber) {
        jdbc.sql("UPDATE case_clock SET until = greatest(since, ?) WHERE case_number = ? AND until IS NULL")
                .params(Timestamp.from(clock.instant()), caseNumber)
                .update();
    }

    /** The stretches of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Stretch> of(String caseNumber) {
        return jdbc.sql("SELECT stage, move_of, since, until FROM case_clock WHERE case_number = ? ORDER BY since")
                .param(caseNumber)
                .query((row, index) -> new Stretch(
                        Stage.valueOf(row.getString("stage")),
                        Move.valueOf(row.getString("move_of")),
                        row.getTimestamp("since").toInstant(),
                        instant(row.getTimestamp("until"))))
                .list();
    }

    /** The time each mover has taken in each stage up to now, in the order of the stages. */
    @Transactional(readOnly = true)
    public List<Spent> spent(String caseNumber) {
        Map<Stage, Map<Move, Duration>> sums = new EnumMap<>(Stage.class);
        for (Stretch stretch : of(caseNumber)) {
            Instant until = stretch.until() == null ? clock.instant() : stretch.until();
            sums.computeIfAbsent(stretch.stage(), stage -> new EnumMap<>(Move.class))
                    .merge(stretch.moveOf(), Duration.between(stretch.since(), until), Duration::plus);
        }
        List<Spent> spent = new ArrayList<>();
        sums.forEach((stage, movers) -> movers.forEach((mover, time) -> spent.add(new Spent(stage, mover, time))));
        return spent;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
