package org.kakehashi.negotiation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import org.kakehashi.negotiation.Evaluations;
import org.kakehashi.negotiation.Transfers;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines of a case before its terms; public, as the expressions in models can call nothing else. */
@Component
public class NegotiationTimers {

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    /**
     * Numbers count business days, periods and durations the calendar's.
     *
     * @param manager until a manager decides
     * @param confirmation until the other side's adviser confirms a match
     * @param summary until the summary of an introduction is written
     * @param consent until the answer on an introduction is due
     * @param consentReminder until the adviser is reminded of it
     * @param consentCloses until the case ends without it
     * @param nda until the confidentiality agreement is prepared
     * @param ndaSignature until its signature is due
     * @param ndaEscalation until managers hear of its absence
     * @param gate until legal has screened the export
     * @param permission until an export permission is due
     * @param meeting until the technical meeting is held
     * @param evaluationAgreement until an evaluation is agreed on
     * @param evaluationWarning how long before an evaluation's end the adviser is warned
     * @param renewalTask until a due renewal is decided on
     */
    @ConfigurationProperties("kakehashi.negotiation.timers")
    record Deadlines(
            @DefaultValue("5") int manager,
            @DefaultValue("10") int confirmation,
            @DefaultValue("5") int summary,
            @DefaultValue("P14D") Period consent,
            @DefaultValue("P7D") Duration consentReminder,
            @DefaultValue("P30D") Duration consentCloses,
            @DefaultValue("10") int nda,
            @DefaultValue("P14D") Period ndaSignature,
            @DefaultValue("P21D") Duration ndaEscalation,
            @DefaultValue("5") int gate,
            @DefaultValue("P60D") Period permission,
            @DefaultValue("P30D") Period meeting,
            @DefaultValue("10") int evaluationAgreement,
            @DefaultValue("P14D") Period evaluationWarning,
            @DefaultValue("20") int renewalTask) {}

    private final Deadlines deadlines;
    private final Evaluations evaluations;
    private final Transfers transfers;
    private final Clock clock;

    NegotiationTimers(Deadlines deadlines, Evaluations evaluations, Transfers transfers, Clock clock) {
        this.deadlines = deadlines;
        this.evaluations = evaluations;
        this.transfers = transfers;
        this.clock = clock;
    }

    public Date managerDue() {
        return in(deadlines.manager());
    }

    public Date managerFollowUp() {
        return halfway(deadlines.manager());
    }

    public Date confirmationDue() {
        return in(deadlines.confirmation());
    }

    public Date confirmationFollowUp() {
        return halfway(deadlines.confirmation());
    }

    public Date summaryDue() {
        return in(deadlines.summary());
    }

    public Date summaryFollowUp() {
        return halfway(deadlines.summary());
    }

    public Date consentDue() {
        return on(today().plus(deadlines.consent()));
    }

    public Date consentFollowUp() {
        return on(today().plusDays(deadlines.consentReminder().toDays()));
    }

    public String consentReminder() {
        return deadlines.consentReminder().toString();
    }

    public String consentCloses() {
        return deadlines.consentCloses().toString();
    }

    public Date ndaDue() {
        return in(deadlines.nda());
    }

    public Date ndaFollowUp() {
        return halfway(deadlines.nda());
    }

    public Date ndaSignatureDue() {
        return on(today().plus(deadlines.ndaSignature()));
    }

    public Date ndaSignatureFollowUp() {
        return on(today().plusDays(deadlines.ndaSignature().getDays() / 2));
    }

    public String ndaEscalation() {
        return deadlines.ndaEscalation().toString();
    }

    public Date gateDue() {
        return in(deadlines.gate());
    }

    public Date gateFollowUp() {
        return halfway(deadlines.gate());
    }

    public Date permissionDue() {
        return on(today().plus(deadlines.permission()));
    }

    public Date permissionFollowUp() {
        return on(today().plusDays(deadlines.permission().getDays() / 2));
    }

    public Date meetingDue() {
        return on(today().plus(deadlines.meeting()));
    }

    public Date meetingFollowUp() {
        return on(today().plusDays(deadlines.meeting().getDays() / 2));
    }

    public Date evaluationAgreementDue() {
        return in(deadlines.evaluationAgreement());
    }

    public Date evaluationAgreementFollowUp() {
        return halfway(deadlines.evaluationAgreement());
    }

    public Date evaluationDue(String caseNumber) {
        return on(evaluationUntil(caseNumber));
    }

    public Date evaluationFollowUp(String caseNumber) {
        return evaluationWarning(caseNumber);
    }

    public Date evaluationWarning(String caseNumber) {
        return on(evaluationUntil(caseNumber).minus(deadlines.evaluationWarning()));
    }

    public Date evaluationEnd(String caseNumber) {
        return on(evaluationUntil(caseNumber));
    }

    public Date renewalDue(String recordNumber) {
        return on(transfers.renewalDue(recordNumber));
    }

    public Date renewalTaskDue() {
        return in(deadlines.renewalTask());
    }

    public Date renewalTaskFollowUp() {
        return halfway(deadlines.renewalTask());
    }

    private LocalDate evaluationUntil(String caseNumber) {
        return evaluations.findById(caseNumber).orElseThrow().until();
    }

    private Date in(int businessDays) {
        return on(BusinessCalendar.plusBusinessDays(today(), businessDays));
    }

    private Date halfway(int businessDays) {
        return in(businessDays / 2);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Date on(LocalDate day) {
        return Date.from(day.atTime(CLOSE_OF_BUSINESS).atZone(clock.getZone()).toInstant());
    }
}
