package org.kakehashi.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The confidentiality agreement of a case as it is put to both sides. */
@Entity
@Table(name = "nda")
public class Nda {

    @Id
    private String caseNumber;

    private String purpose;
    private int months;
    private int tailMonths;
    private String preparedBy;
    private Instant preparedAt;

    @SuppressWarnings("NullAway.Init")
    protected Nda() {}

    /**
     * @param months the agreement's term
     * @param tailMonths how long secrets must be kept after it
     */
    public Nda(String caseNumber, String purpose, int months, int tailMonths, String preparedBy, Instant preparedAt) {
        this.caseNumber = caseNumber;
        this.purpose = purpose;
        this.months = months;
        this.tailMonths = tailMonths;
        this.preparedBy = preparedBy;
        this.preparedAt = preparedAt;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String purpose() {
        return purpose;
    }

    public int months() {
        return months;
    }

    public int tailMonths() {
        return tailMonths;
    }

    public String preparedBy() {
        return preparedBy;
    }

    public Instant preparedAt() {
        return preparedAt;
    }
}
