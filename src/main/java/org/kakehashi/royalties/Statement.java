package org.kakehashi.royalties;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Money;

/** What a licensee states about one period, and the royalty that follows from it. */
@Entity
@Table(name = "royalty_statement")
public class Statement {

    @Id
    private String obligationNumber;

    private String contractNumber;
    private int agreementVersion;
    private LocalDate periodFrom;
    private LocalDate periodTo;

    @Embedded
    private Usage usage;

    private BigDecimal royalty;
    private Currency currency;
    private String givenBy;
    private Instant givenAt;
    private String acceptedBy;

    @Embedded
    @AttributeOverride(name = "netSales", column = @Column(name = "audited_net_sales"))
    @AttributeOverride(name = "units", column = @Column(name = "audited_units"))
    private @Nullable Usage audited;

    @SuppressWarnings("NullAway.Init")
    protected Statement() {}

    Statement(
            Obligation report,
            int agreementVersion,
            Period period,
            Usage usage,
            Money royalty,
            String givenBy,
            Instant givenAt,
            String acceptedBy) {
        this.obligationNumber = report.number();
        this.contractNumber = report.contractNumber();
        this.agreementVersion = agreementVersion;
        this.periodFrom = period.first();
        this.periodTo = period.last();
        this.usage = usage;
        this.royalty = royalty.amount();
        this.currency = royalty.currency();
        this.givenBy = givenBy;
        this.givenAt = givenAt;
        this.acceptedBy = acceptedBy;
    }

    void audited(Usage books) {
        audited = books;
    }

    /** The report that it fulfils. */
    public String obligationNumber() {
        return obligationNumber;
    }

    public String contractNumber() {
        return contractNumber;
    }

    /** Of the agreement that the royalty was computed by. */
    public int agreementVersion() {
        return agreementVersion;
    }

    public Period period() {
        return new Period(periodFrom, periodTo);
    }

    /** As the licensee stated it. */
    public Usage usage() {
        return usage;
    }

    /** What an audit found to have been kept back. */
    public Optional<Usage> audited() {
        return Optional.ofNullable(audited);
    }

    /** What further royalties of the contract year reckon with. */
    Usage counted() {
        return audited().orElse(usage);
    }

    public Money royalty() {
        return new Money(royalty, currency);
    }

    public String givenBy() {
        return givenBy;
    }

    public Instant givenAt() {
        return givenAt;
    }

    public String acceptedBy() {
        return acceptedBy;
    }
}
