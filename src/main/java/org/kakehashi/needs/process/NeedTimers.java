package org.kakehashi.needs.process;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Date;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of the hearing, in business days. */
@Component("needTimers")
public class NeedTimers {

    private final Settings settings;
    private final Clock clock;

    NeedTimers(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param acknowledgement business days in which a need is acknowledged
     * @param hearing business days in which it is heard; a later one goes to the managers
     */
    @ConfigurationProperties("kakehashi.needs.timers")
    record Settings(
            @DefaultValue("5") int acknowledgement,
            @DefaultValue("20") int hearing) {}

    public Date acknowledgementDue() {
        return in(settings.acknowledgement());
    }

    public Date acknowledgementFollowUp() {
        return in(settings.acknowledgement() / 2);
    }

    public Date hearingDue() {
        return in(settings.hearing());
    }

    public Date hearingFollowUp() {
        return in(settings.hearing() / 2);
    }

    public String hearingEscalation() {
        return Duration.between(clock.instant(), hearingDue().toInstant()).toString();
    }

    private Date in(int businessDays) {
        return Date.from(BusinessCalendar.plusBusinessDays(ZonedDateTime.now(clock), businessDays)
                .toInstant());
    }
}
