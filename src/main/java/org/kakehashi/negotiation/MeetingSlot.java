package org.kakehashi.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kakehashi.shared.BusinessCalendar;

/**
 * A time and place for the technical meeting.
 *
 * @param number counted from 1 among the times that are offered together
 * @param place where engineers meet, or the address of a video call
 */
public record MeetingSlot(int number, Instant startsAt, int minutes, String place) {

    public Instant endsAt() {
        return startsAt.plusSeconds(minutes * 60L);
    }

    /** Whether Japan's offices work on its day. */
    public boolean onBusinessDay(ZoneId zone) {
        return BusinessCalendar.isBusinessDay(LocalDate.ofInstant(startsAt, zone));
    }
}
