package org.kakehashi.consultation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of a question; public, as the expressions in models can call nothing else. */
@Component
public class ConsultationTimers {

    private final Settings settings;
    private final Clock clock;

    ConsultationTimers(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param answer business days in which a question is answered; a later one goes to the managers
     * @param reply how long the asker has to reply when asked back
     */
    @ConfigurationProperties("kakehashi.consultation.timers")
    record Settings(
            @DefaultValue("5") int answer,
            @DefaultValue("P21D") Period reply) {}

    public Date answerDue() {
        return in(settings.answer());
    }

    public Date answerFollowUp() {
        return in(settings.answer() / 2);
    }

    public String answerEscalation() {
        return Duration.between(clock.instant(), answerDue().toInstant()).toString();
    }

    public String reply() {
        return settings.reply().toString();
    }

    private Date in(int businessDays) {
        return Date.from(BusinessCalendar.plusBusinessDays(ZonedDateTime.now(clock), businessDays)
                .toInstant());
    }
}
