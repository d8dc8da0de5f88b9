package org.kakehashi.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The meeting of both companies' engineers, and what they said. */
@Entity
@Table(name = "technical_meeting")
public class TechnicalMeeting {

    @Id
    private String caseNumber;

    private LocalDate heldOn;
    private String participants;
    private String minutes;
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected TechnicalMeeting() {}

    public TechnicalMeeting(
            String caseNumber, LocalDate heldOn, String participants, String minutes, String recordedBy) {
        this.caseNumber = caseNumber;
        this.heldOn = heldOn;
        this.participants = participants;
        this.minutes = minutes;
        this.recordedBy = recordedBy;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public String participants() {
        return participants;
    }

    public String minutes() {
        return minutes;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
