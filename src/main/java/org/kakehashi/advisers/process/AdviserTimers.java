package org.kakehashi.advisers.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import java.util.UUID;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of what concerns advisers; public, as the expressions in models can call nothing else. */
@Component
public class AdviserTimers {

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    /**
     * Numbers count business days.
     *
     * @param plan until a manager has said who takes over what
     * @param acceptance until a successor has answered
     * @param acceptanceEscalation until managers may answer as well
     * @param dispatch until a manager has decided on what a host asks for
     * @param confirmation until the host's answer is recorded
     * @param termDecision how long before its end it is decided whether a term is renewed
     */
    @ConfigurationProperties("kakehashi.advisers.timers")
    record Deadlines(
            @DefaultValue("3") int plan,
            @DefaultValue("5") int acceptance,
            @DefaultValue("P10D") Period acceptanceEscalation,
            @DefaultValue("10") int dispatch,
            @DefaultValue("10") int confirmation,
            @DefaultValue("P3M") Period termDecision) {}

    private final Deadlines deadlines;
    private final Dispatches dispatches;
    private final Clock clock;

    AdviserTimers(Deadlines deadlines, Dispatches dispatches, Clock clock) {
        this.deadlines = deadlines;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    public Date planDue() {
        return in(deadlines.plan());
    }

    public Date planFollowUp() {
        return in(deadlines.plan() / 2);
    }

    public Date acceptanceDue() {
        return in(deadlines.acceptance());
    }

    public Date acceptanceFollowUp() {
        return in(deadlines.acceptance() / 2);
    }

    public String acceptanceEscalation() {
        return deadlines.acceptanceEscalation().toString();
    }

    public Date dispatchDue() {
        return in(deadlines.dispatch());
    }

    public Date dispatchFollowUp() {
        return in(deadlines.dispatch() / 2);
    }

    public Date confirmationDue() {
        return in(deadlines.confirmation());
    }

    public Date confirmationFollowUp() {
        return in(deadlines.confirmation() / 2);
    }

    public Date termBegins(String dispatch) {
        return at(of(dispatch).firstDay(), OPENING);
    }

    public Date termDecision(String dispatch) {
        return at(of(dispatch).lastDay().minus(deadlines.termDecision()), OPENING);
    }

    public Date termEnds(String dispatch) {
        return at(of(dispatch).lastDay().plusDays(1), OPENING);
    }

    private Dispatch of(String dispatch) {
        return dispatches.of(UUID.fromString(dispatch));
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
    }

    private Date in(int businessDays) {
        return at(BusinessCalendar.plusBusinessDays(LocalDate.now(clock), businessDays), CLOSE_OF_BUSINESS);
    }
}
