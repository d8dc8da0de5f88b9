package org.kakehashi.negotiation.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times in the words of the pages. */
@Component
class Readable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;

    Readable(Clock clock) {
        this.clock = clock;
    }

    /** Such as {@code 2026-11-23 14:05}. */
    public String at(Instant time) {
        return TIME.format(time.atZone(clock.getZone()));
    }

    /** Such as {@code 2026-11-23}. */
    public String day(Instant time) {
        return date(time).toString();
    }

    /** How long ago, such as {@code today} or {@code for 12 days}. */
    public String lasting(Instant since) {
        long days = ChronoUnit.DAYS.between(date(since), date(clock.instant()));
        return days <= 0 ? "since today" : days == 1 ? "for 1 day" : "for " + days + " days";
    }

    public boolean isOver(@Nullable Instant due) {
        return due != null && due.isBefore(clock.instant());
    }

    static <T> List<T> latestFirst(List<T> oldestFirst) {
        List<T> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    private LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, clock.getZone());
    }
}
