package org.kakehashi.royalties;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;

/** One version of what a contract's money follows. */
@Entity
@Table(name = "agreement")
public class Agreement {

    /** The contract and the running number of its version, from 1. */
    @Embeddable
    public record Id(String contractNumber, int version) implements Serializable {}

    @EmbeddedId
    private Id id;

    private LocalDate inForceFrom;
    private @Nullable LocalDate endsOn;

    @Embedded
    private Formula formula;

    private String origin;
    private String agreedBy;
    private Instant agreedAt;

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(
            Id id,
            LocalDate inForceFrom,
            @Nullable LocalDate endsOn,
            Formula formula,
            String origin,
            String agreedBy,
            Instant agreedAt) {
        if (endsOn != null && !endsOn.isAfter(inForceFrom)) {
            throw Refusal.invalid("The term ends before it begins: it begins on " + inForceFrom + ".");
        }
        this.id = id;
        this.inForceFrom = inForceFrom;
        this.endsOn = endsOn;
        this.formula = formula;
        this.origin = origin;
        this.agreedBy = agreedBy;
        this.agreedAt = agreedAt;
    }

    public int version() {
        return id.version();
    }

    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    /** The first day on which the contract is over; none where the right is given for good. */
    public @Nullable LocalDate endsOn() {
        return endsOn;
    }

    public Formula formula() {
        return formula;
    }

    /** Where the version comes from, such as the signing or an amendment. */
    public String origin() {
        return origin;
    }

    public String agreedBy() {
        return agreedBy;
    }

    public Instant agreedAt() {
        return agreedAt;
    }
}
