package org.kakehashi.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.kakehashi.shared.Refusal;

/** What a co-owner of the patent says to the terms agreed in one round. Given once. */
@Entity
@Table(name = "co_owner_consent")
public class CoOwnerConsent {

    @Id
    private UUID id;

    private String caseNumber;
    private int round;
    private String coOwner;
    private boolean consents;
    private String note;
    private String recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected CoOwnerConsent() {}

    CoOwnerConsent(
            Clearance.Id clearance, String coOwner, boolean consents, String note, String recordedBy, Instant at) {
        if (!consents && note.isBlank()) {
            throw Refusal.invalid("Say why " + coOwner + " does not consent.");
        }
        this.id = UUID.randomUUID();
        this.caseNumber = clearance.caseNumber();
        this.round = clearance.round();
        this.coOwner = coOwner;
        this.consents = consents;
        this.note = note.strip();
        this.recordedBy = recordedBy;
        this.recordedAt = at;
    }

    public String coOwner() {
        return coOwner;
    }

    public boolean consents() {
        return consents;
    }

    public String note() {
        return note;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
