package org.kakehashi.negotiation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;

/** One offer on the table and what became of it. Only its term sheet changes it. */
@Embeddable
public class Round {

    /** What has become of the offer. */
    public enum State {
        OPEN("Waiting for an answer"),
        ACCEPTED("Accepted"),
        COUNTERED("Countered"),
        REJECTED("Rejected"),
        RETURNED("Agreed, then returned to the parties");

        private final String english;

        State(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    @Enumerated(EnumType.STRING)
    private Side proposer;

    @Embedded
    private Terms terms;

    private String comment;
    private String proposedBy;
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable OutcomeCode outcome;

    private @Nullable String reason;
    private @Nullable String suggestion;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    Round(Side proposer, Terms terms, String by, Instant at, String comment) {
        this.proposer = proposer;
        this.terms = terms.checked();
        this.comment = comment;
        this.proposedBy = by;
        this.proposedAt = at;
        this.state = State.OPEN;
    }

    public Side proposer() {
        return proposer;
    }

    public Terms terms() {
        return terms;
    }

    public String comment() {
        return comment;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public State state() {
        return state;
    }

    public @Nullable String answeredBy() {
        return answeredBy;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** Why the case ends, where the offer was rejected. */
    public @Nullable OutcomeCode outcome() {
        return outcome;
    }

    /** Why the offer was rejected, or agreed terms returned. */
    public @Nullable String reason() {
        return reason;
    }

    /** What the mediating adviser suggested while the offer was open. */
    public @Nullable String suggestion() {
        return suggestion;
    }

    void answered(State answer, String by, Instant at) {
        this.state = answer;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    void rejected(OutcomeCode outcome, String reason, String by, Instant at) {
        answered(State.REJECTED, by, at);
        this.outcome = outcome;
        this.reason = reason;
    }

    void returned(String comments) {
        this.state = State.RETURNED;
        this.reason = comments;
    }

    void suggest(String suggestion) {
        this.suggestion = suggestion;
    }
}
