package org.kakehashi.royalties.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.stream.IntStream;
import org.kakehashi.royalties.Obligations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** When an obligation is announced, reminded of and escalated, counted in days from the day it is due. */
@Component
public class ObligationTimers {

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    /**
     * @param announced days before it is due
     * @param weekBefore days before it is due
     * @param dayAfter days after it was due
     * @param fortnightAfter days after it was due
     * @param monthAfter days after it was due, when managers take it over
     */
    @ConfigurationProperties("kakehashi.royalties.timers")
    record Days(
            @DefaultValue("30") int announced,
            @DefaultValue("7") int weekBefore,
            @DefaultValue("1") int dayAfter,
            @DefaultValue("14") int fortnightAfter,
            @DefaultValue("30") int monthAfter) {}

    private final Days days;
    private final Obligations obligations;
    private final Clock clock;

    ObligationTimers(Days days, Obligations obligations, Clock clock) {
        this.days = days;
        this.obligations = obligations;
        this.clock = clock;
    }

    /** The last day of which the obligations are announced today. */
    LocalDate near() {
        return LocalDate.now(clock).plusDays(days.announced());
    }

    public Date due(String obligation) {
        return at(dueOn(obligation), CLOSE_OF_BUSINESS);
    }

    public Date weekBefore(String obligation) {
        return at(dueOn(obligation).minusDays(days.weekBefore()), OPENING);
    }

    public Date dayAfter(String obligation) {
        return at(dueOn(obligation).plusDays(days.dayAfter()), OPENING);
    }

    public Date fortnightAfter(String obligation) {
        return at(dueOn(obligation).plusDays(days.fortnightAfter()), OPENING);
    }

    public Date monthAfter(String obligation) {
        return at(dueOn(obligation).plusDays(days.monthAfter()), OPENING);
    }

    /** The latest of its days that has come, counted from the day it is due; negative before. */
    int reached(String obligation) {
        long now = ChronoUnit.DAYS.between(dueOn(obligation), LocalDate.now(clock));
        return IntStream.of(-days.weekBefore(), days.dayAfter(), days.fortnightAfter(), days.monthAfter())
                .filter(day -> day <= now)
                .max()
                .orElse(-days.announced());
    }

    private LocalDate dueOn(String obligation) {
        return obligations.of(obligation).dueOn();
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
    }
}
