package org.kakehashi.matching.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of the process {@code matching}; public, as the expressions in models can call nothing else. */
@Component
public class MatchingTimers {

    /**
     * Business days from the shortlist's arrival on.
     *
     * @param review until the review is due and, where it is not done, managers hear of it
     * @param reminder until the adviser is reminded
     */
    @ConfigurationProperties("kakehashi.matching.timers")
    record Deadlines(
            @DefaultValue("15") int review,
            @DefaultValue("10") int reminder) {}

    private final Deadlines deadlines;
    private final Clock clock;

    MatchingTimers(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date reviewDue() {
        return in(deadlines.review());
    }

    public Date reviewFollowUp() {
        return in(deadlines.reminder());
    }

    public Date reviewReminder() {
        return in(deadlines.reminder());
    }

    public Date reviewEscalation() {
        return in(deadlines.review());
    }

    private Date in(int businessDays) {
        return Date.from(BusinessCalendar.plusBusinessDays(LocalDate.now(clock), businessDays)
                .atTime(18, 0)
                .atZone(clock.getZone())
                .toInstant());
    }
}
