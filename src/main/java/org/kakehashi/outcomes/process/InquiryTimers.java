package org.kakehashi.outcomes.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import java.util.stream.IntStream;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** When a licensee is reminded, and how long it and its adviser have; public, as the expressions in models call it. */
@Component
@EnableConfigurationProperties(InquiryTimers.Days.class)
public class InquiryTimers {

    private static final LocalTime OPENING = LocalTime.of(9, 0);

    /**
     * @param firstReminder days after the asking
     * @param secondReminder days after the asking
     * @param thirdReminder days after the asking
     * @param window days that the licensee has
     * @param visit business days that the adviser has for a visit
     * @param review business days that the adviser has for a review
     */
    @ConfigurationProperties("kakehashi.outcomes.inquiry.timers")
    record Days(
            @DefaultValue("14") int firstReminder,
            @DefaultValue("30") int secondReminder,
            @DefaultValue("45") int thirdReminder,
            @DefaultValue("60") int window,
            @DefaultValue("20") int visit,
            @DefaultValue("10") int review) {}

    private final Days days;
    private final Inquiries inquiries;
    private final Clock clock;

    InquiryTimers(Days days, Inquiries inquiries, Clock clock) {
        this.days = days;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    public Date firstReminder(String inquiry) {
        return after(inquiry, days.firstReminder());
    }

    public Date secondReminder(String inquiry) {
        return after(inquiry, days.secondReminder());
    }

    public Date thirdReminder(String inquiry) {
        return after(inquiry, days.thirdReminder());
    }

    public Date windowOver(String inquiry) {
        return after(inquiry, days.window());
    }

    public Date visitDue() {
        return in(days.visit());
    }

    public Date visitFollowUp() {
        return in(days.visit() / 2);
    }

    public Date visitOverdue() {
        return in(days.visit());
    }

    public Date reviewDue() {
        return in(days.review());
    }

    public Date reviewFollowUp() {
        return in(days.review() / 2);
    }

    public Date reviewOverdue() {
        return in(days.review());
    }

    /** The last day on which an answer is awaited. */
    public LocalDate answerBy(Inquiry inquiry) {
        return askedOn(inquiry).plusDays(days.window());
    }

    /** The latest day of a reminder that has come, counted from the asking. */
    int reached(Inquiry inquiry) {
        long now = ChronoUnit.DAYS.between(askedOn(inquiry), LocalDate.now(clock));
        return IntStream.of(days.firstReminder(), days.secondReminder(), days.thirdReminder())
                .filter(day -> day <= now)
                .max()
                .orElse(days.firstReminder());
    }

    private Date after(String inquiry, int later) {
        return Date.from(askedOn(inquiries.of(inquiry))
                .plusDays(later)
                .atTime(OPENING)
                .atZone(clock.getZone())
                .toInstant());
    }

    private static LocalDate askedOn(Inquiry inquiry) {
        return Objects.requireNonNull(inquiry.askedOn());
    }

    private Date in(int businessDays) {
        return Date.from(BusinessCalendar.plusBusinessDays(ZonedDateTime.now(clock), businessDays)
                .toInstant());
    }
}
