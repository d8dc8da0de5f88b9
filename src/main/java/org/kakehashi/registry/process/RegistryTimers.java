package org.kakehashi.registry.process;

import java.time.Clock;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of registration. Due dates are dates, waiting times ISO 8601 periods. */
@Component("registryTimers")
public class RegistryTimers {

    private final Settings settings;
    private final Clock clock;

    RegistryTimers(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param check business days for the formal check
     * @param completionReminder after which the registrant is reminded of what is missing
     * @param completionExpires after which an incomplete record is withdrawn
     * @param evaluation after which a missing evaluation goes to the managers
     */
    @ConfigurationProperties("kakehashi.registry.timers")
    record Settings(
            @DefaultValue("10") int check,
            @DefaultValue("P14D") Period completionReminder,
            @DefaultValue("P60D") Period completionExpires,
            @DefaultValue("P30D") Period evaluation) {}

    public Date checkDue() {
        return date(BusinessCalendar.plusBusinessDays(now(), settings.check()));
    }

    public Date checkFollowUp() {
        return date(BusinessCalendar.plusBusinessDays(now(), settings.check() / 2));
    }

    public Date completionDue() {
        return date(now().plus(settings.completionExpires()));
    }

    public Date completionFollowUp() {
        return date(now().plus(settings.completionReminder()));
    }

    public String completionReminder() {
        return settings.completionReminder().toString();
    }

    public String completionExpires() {
        return settings.completionExpires().toString();
    }

    public Date evaluationDue() {
        return date(now().plus(settings.evaluation()));
    }

    public Date evaluationFollowUp() {
        return date(now().plus(settings.evaluation()).minusDays(7));
    }

    public String evaluationEscalation() {
        return settings.evaluation().toString();
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    private static Date date(ZonedDateTime time) {
        return Date.from(time.toInstant());
    }
}
