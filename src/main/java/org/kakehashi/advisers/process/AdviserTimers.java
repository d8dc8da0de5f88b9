package org.kakehashi.advisers.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of what concerns advisers; public, as the expressions in models can call nothing else. */
@Component
public class AdviserTimers {

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    /**
     * Numbers count business days.
     *
     * @param plan until a manager has said who takes over what
     * @param acceptance until a successor has answered
     * @param acceptanceEscalation until managers may answer as well
     */
    @ConfigurationProperties("kakehashi.advisers.timers")
    record Deadlines(
            @DefaultValue("3") int plan,
            @DefaultValue("5") int acceptance,
            @DefaultValue("P10D") Period acceptanceEscalation) {}

    private final Deadlines deadlines;
    private final Clock clock;

    AdviserTimers(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date planDue() {
        return in(deadlines.plan());
    }

    public Date planFollowUp() {
        return in(deadlines.plan() / 2);
    }

    public Date acceptanceDue() {
        return in(deadlines.acceptance());
    }

    public Date acceptanceFollowUp() {
        return in(deadlines.acceptance() / 2);
    }

    public String acceptanceEscalation() {
        return deadlines.acceptanceEscalation().toString();
    }

    private Date in(int businessDays) {
        LocalDate day = BusinessCalendar.plusBusinessDays(LocalDate.now(clock), businessDays);
        return Date.from(day.atTime(CLOSE_OF_BUSINESS).atZone(clock.getZone()).toInstant());
    }
}
