package org.kakehashi.royalties;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kakehashi.shared.Money;

/** What was received for an obligation. */
@Entity
@Table(name = "payment")
public class Payment {

    @Id
    private UUID id;

    private String obligationNumber;
    private String contractNumber;
    private BigDecimal amount;
    private Currency currency;
    private LocalDate receivedOn;
    private BigDecimal lateInterest;
    private String recordedBy;
    private Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "payment_part", joinColumns = @JoinColumn(name = "payment_id"))
    @MapKeyColumn(name = "patent")
    @Column(name = "amount")
    private Map<String, BigDecimal> parts = new TreeMap<>();

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(
            Obligation obligation,
            Money amount,
            LocalDate receivedOn,
            Money lateInterest,
            Map<String, Money> parts,
            String recordedBy,
            Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.obligationNumber = obligation.number();
        this.contractNumber = obligation.contractNumber();
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.receivedOn = receivedOn;
        this.lateInterest = lateInterest.amount();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        parts.forEach((patent, part) -> this.parts.put(patent, part.amount()));
    }

    public String obligationNumber() {
        return obligationNumber;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** What the delay costs besides. */
    public Money lateInterest() {
        return new Money(lateInterest, currency);
    }

    /** What goes to each patent; empty where the contract is about one alone. */
    public Map<String, Money> parts() {
        Map<String, Money> shown = new TreeMap<>();
        parts.forEach((patent, part) -> shown.put(patent, new Money(part, currency)));
        return shown;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
