package org.kakehashi.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;

/** What one side of a case answered when it was asked. Given once and never changed. */
@Entity
@Table(name = "party_answer")
public class PartyAnswer {

    /**
     * An answer as it comes in.
     *
     * @param round counts the askings on the same occasion, from 1
     * @param outcome why the case ends by it; none where the answer is positive or the talks go on
     */
    public record Given(
            String caseNumber,
            Occasion occasion,
            int round,
            Side side,
            boolean positive,
            @Nullable OutcomeCode outcome,
            String reason) {}

    @Id
    private UUID id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private int round;

    @Enumerated(EnumType.STRING)
    private Side side;

    private boolean positive;

    @Enumerated(EnumType.STRING)
    private @Nullable OutcomeCode outcome;

    private String reason;
    private String givenBy;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected PartyAnswer() {}

    PartyAnswer(Given given, String givenBy, Instant at) {
        this.id = UUID.randomUUID();
        this.caseNumber = given.caseNumber();
        this.occasion = given.occasion();
        this.round = given.round();
        this.side = given.side();
        this.positive = given.positive();
        this.outcome = given.outcome();
        this.reason = given.reason();
        this.givenBy = givenBy;
        this.at = at;
    }

    boolean says(Given given) {
        return positive == given.positive() && outcome == given.outcome();
    }

    public String caseNumber() {
        return caseNumber;
    }

    public Occasion occasion() {
        return occasion;
    }

    public int round() {
        return round;
    }

    public Side side() {
        return side;
    }

    public boolean positive() {
        return positive;
    }

    public @Nullable OutcomeCode outcome() {
        return outcome;
    }

    public String reason() {
        return reason;
    }

    public String givenBy() {
        return givenBy;
    }

    public Instant at() {
        return at;
    }
}
