package org.kakehashi.negotiation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;

/** The licensee tries the technology until a day agreed on, which can be put off once. */
@Entity
@Table(name = "evaluation")
public class Evaluation {

    /** Under which agreement the licensee tries the technology. */
    public enum Kind {
        EVALUATION,
        OPTION
    }

    @Id
    private String caseNumber;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;

    @Column(name = "ends_on")
    private LocalDate until;

    private boolean extended;
    private @Nullable Boolean suitable;
    private @Nullable String findings;

    @SuppressWarnings("NullAway.Init")
    protected Evaluation() {}

    /** @throws Refusal where it would end before it begins */
    public Evaluation(String caseNumber, Kind kind, String subject, LocalDate today, LocalDate until) {
        if (!until.isAfter(today)) {
            throw Refusal.invalid("The evaluation must end after today, " + today + ".");
        }
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.subject = subject;
        this.until = until;
    }

    /** @throws Refusal where it was extended before, or the new end is not later */
    public void extend(LocalDate newEnd) {
        if (extended) {
            throw Refusal.conflict("The evaluation was extended once already: say whether the technology is suitable.");
        }
        if (!newEnd.isAfter(until)) {
            throw Refusal.invalid("The new end must be later than " + until + ".");
        }
        until = newEnd;
        extended = true;
    }

    public void conclude(boolean isSuitable, String whatWasFound) {
        suitable = isSuitable;
        findings = whatWasFound;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public Kind kind() {
        return kind;
    }

    /** What is tried. */
    public String subject() {
        return subject;
    }

    public LocalDate until() {
        return until;
    }

    public boolean extended() {
        return extended;
    }

    public @Nullable Boolean suitable() {
        return suitable;
    }

    public @Nullable String findings() {
        return findings;
    }
}
