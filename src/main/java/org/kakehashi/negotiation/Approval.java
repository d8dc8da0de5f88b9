package org.kakehashi.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.kakehashi.shared.Refusal;

/** What one approver decided on the agreed terms of a round. Given once and never changed. */
@Entity
@Table(name = "approval")
public class Approval {

    @Id
    private UUID id;

    private String caseNumber;
    private int round;
    private String approver;
    private boolean approved;
    private String comment;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected Approval() {}

    Approval(String caseNumber, int round, String approver, boolean approved, String comment, Instant at) {
        if (!approved && comment.isBlank()) {
            throw Refusal.invalid("Say in a comment what the parties have to change.");
        }
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.round = round;
        this.approver = approver;
        this.approved = approved;
        this.comment = comment.strip();
        this.at = at;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** The round whose terms were agreed. */
    public int round() {
        return round;
    }

    public String approver() {
        return approver;
    }

    public boolean approved() {
        return approved;
    }

    public String comment() {
        return comment;
    }

    public Instant at() {
        return at;
    }
}
