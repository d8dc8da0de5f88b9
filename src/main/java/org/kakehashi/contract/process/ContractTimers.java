package org.kakehashi.contract.process;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import org.kakehashi.shared.BusinessCalendar;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The deadlines from clearance to the confirmed contract; public, as the expressions in models call nothing else. */
@Component
public class ContractTimers {

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    /**
     * Numbers count business days, periods and durations the calendar's.
     *
     * @param gate until legal has decided on a gate
     * @param coOwner until a co-owner's answer is due
     * @param funding until a public funder's answer is due
     * @param draft until a contract is drafted
     * @param review until a draft is reviewed
     * @param signature until a side's signature is due
     * @param scan until a signed scan is confirmed
     * @param signatureReminder until its adviser is reminded of it
     * @param signatureVoid until a contract without both signatures is void
     * @param filing until a registration is filed
     * @param receipt until the patent office's receipt is due
     * @param report until the conclusion is reported
     * @param confirmation until a manager decides on the report
     * @param toolLicence until a registrar decides on a request for a research tool
     * @param toolLicenceEscalation until it goes to the managers
     */
    @ConfigurationProperties("kakehashi.contract.timers")
    record Deadlines(
            @DefaultValue("5") int gate,
            @DefaultValue("5") int coOwner,
            @DefaultValue("5") int funding,
            @DefaultValue("15") int draft,
            @DefaultValue("5") int review,
            @DefaultValue("P14D") Period signature,
            @DefaultValue("3") int scan,
            @DefaultValue("P14D") Duration signatureReminder,
            @DefaultValue("P60D") Duration signatureVoid,
            @DefaultValue("10") int filing,
            @DefaultValue("P30D") Period receipt,
            @DefaultValue("5") int report,
            @DefaultValue("5") int confirmation,
            @DefaultValue("5") int toolLicence,
            @DefaultValue("P10D") Duration toolLicenceEscalation) {}

    private final Deadlines deadlines;
    private final Clock clock;

    ContractTimers(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date toolLicenceDue() {
        return in(deadlines.toolLicence());
    }

    public Date toolLicenceFollowUp() {
        return halfway(deadlines.toolLicence());
    }

    public String toolLicenceEscalation() {
        return deadlines.toolLicenceEscalation().toString();
    }

    public Date gateDue() {
        return in(deadlines.gate());
    }

    public Date gateFollowUp() {
        return halfway(deadlines.gate());
    }

    public Date coOwnerDue() {
        return in(deadlines.coOwner());
    }

    public Date coOwnerFollowUp() {
        return halfway(deadlines.coOwner());
    }

    public Date fundingDue() {
        return in(deadlines.funding());
    }

    public Date fundingFollowUp() {
        return halfway(deadlines.funding());
    }

    public Date draftDue() {
        return in(deadlines.draft());
    }

    public Date draftFollowUp() {
        return halfway(deadlines.draft());
    }

    public Date reviewDue() {
        return in(deadlines.review());
    }

    public Date reviewFollowUp() {
        return halfway(deadlines.review());
    }

    public Date signatureDue() {
        return in(deadlines.signature());
    }

    public Date signatureFollowUp() {
        return halfway(deadlines.signature());
    }

    public Date scanDue() {
        return in(deadlines.scan());
    }

    public Date scanFollowUp() {
        return halfway(deadlines.scan());
    }

    public String signatureReminder() {
        return deadlines.signatureReminder().toString();
    }

    public String signatureVoid() {
        return deadlines.signatureVoid().toString();
    }

    public Date filingDue() {
        return in(deadlines.filing());
    }

    public Date filingFollowUp() {
        return halfway(deadlines.filing());
    }

    public Date receiptDue() {
        return in(deadlines.receipt());
    }

    public Date receiptFollowUp() {
        return halfway(deadlines.receipt());
    }

    public Date reportDue() {
        return in(deadlines.report());
    }

    public Date reportFollowUp() {
        return halfway(deadlines.report());
    }

    public Date confirmationDue() {
        return in(deadlines.confirmation());
    }

    public Date confirmationFollowUp() {
        return halfway(deadlines.confirmation());
    }

    private Date in(int businessDays) {
        return on(BusinessCalendar.plusBusinessDays(today(), businessDays));
    }

    private Date halfway(int businessDays) {
        return in(businessDays / 2);
    }

    private Date in(Period period) {
        return on(today().plus(period));
    }

    private Date halfway(Period period) {
        return on(today().plusDays(period.getDays() / 2));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Date on(LocalDate day) {
        return Date.from(day.atTime(CLOSE_OF_BUSINESS).atZone(clock.getZone()).toInstant());
    }
}
