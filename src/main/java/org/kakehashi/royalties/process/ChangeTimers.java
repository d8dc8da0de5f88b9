package org.kakehashi.royalties.process;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of a contract's change, in business days. */
@Component
public class ChangeTimers {

    /**
     * @param proposal until the change is proposed
     * @param decision until a manager has decided on it
     */
    @ConfigurationProperties("kakehashi.royalties.changes")
    record Deadlines(
            @DefaultValue("10") int proposal,
            @DefaultValue("5") int decision) {}

    private final Deadlines deadlines;
    private final Clock clock;

    ChangeTimers(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date proposalDue() {
        return in(deadlines.proposal());
    }

    public Date proposalFollowUp() {
        return in(deadlines.proposal() / 2);
    }

    public Date decisionDue() {
        return in(deadlines.decision());
    }

    public Date decisionFollowUp() {
        return in(deadlines.decision() / 2);
    }

    private Date in(int businessDays) {
        return Date.from(BusinessCalendar.plusBusinessDays(ZonedDateTime.now(clock), businessDays)
                .toInstant());
    }
}
