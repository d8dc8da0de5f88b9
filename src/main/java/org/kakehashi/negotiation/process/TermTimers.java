package org.kakehashi.negotiation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import org.kakehashi.negotiation.TermPace;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of terms and approvals, for models; public, as their expressions can call nothing else. */
@Component
public class TermTimers {

    /**
     * How long each step may take.
     *
     * @param offer business days for a draft
     * @param mediation business days for the adviser's mediation
     * @param decision business days for a manager's decision whether to go on
     */
    @ConfigurationProperties("kakehashi.negotiation.terms.timers")
    public record Settings(
            @DefaultValue("10") int offer,
            @DefaultValue("14d") Duration answer,
            @DefaultValue("5") int mediation,
            @DefaultValue("5") int decision,
            @DefaultValue("7d") Duration approval,
            @DefaultValue("14d") Duration approvalEscalation) {}

    private final Settings settings;
    private final TermPace pace;
    private final TermSheets sheets;
    private final Clock clock;

    TermTimers(Settings settings, TermPace pace, TermSheets sheets, Clock clock) {
        this.settings = settings;
        this.pace = pace;
        this.sheets = sheets;
        this.clock = clock;
    }

    public Date offerDue() {
        return businessDays(settings.offer());
    }

    public Date offerFollowUp() {
        return businessDays(settings.offer() / 2);
    }

    public Date answerDue() {
        return in(settings.answer());
    }

    public Date answerFollowUp() {
        return in(settings.answer().dividedBy(2));
    }

    public String answerReminder() {
        return settings.answer().toString();
    }

    public Date mediationDue() {
        return businessDays(settings.mediation());
    }

    public Date mediationFollowUp() {
        return businessDays(settings.mediation() / 2);
    }

    public Date decisionDue() {
        return businessDays(settings.decision());
    }

    public Date decisionFollowUp() {
        return businessDays(settings.decision() / 2);
    }

    /** When managers step in, counted from the first opening of the negotiation. */
    public Date escalation(String caseNumber) {
        return Date.from(sheets.of(caseNumber).openedAt().plus(pace.escalatedAfter()));
    }

    /** When the case ends, counted from the first opening of the negotiation. */
    public Date end(String caseNumber) {
        return Date.from(sheets.of(caseNumber).openedAt().plus(pace.endedAfter()));
    }

    public Date approvalDue() {
        return in(settings.approval());
    }

    public Date approvalFollowUp() {
        return in(settings.approval().dividedBy(2));
    }

    public String approvalReminder() {
        return settings.approval().toString();
    }

    public String approvalEscalation() {
        return settings.approvalEscalation().toString();
    }

    private Date businessDays(int days) {
        return Date.from(BusinessCalendar.plusBusinessDays(ZonedDateTime.now(clock), days)
                .toInstant());
    }

    private Date in(Duration time) {
        Instant now = clock.instant();
        return Date.from(now.plus(time));
    }
}
