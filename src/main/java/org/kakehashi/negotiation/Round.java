package org.kakehashi.negotiation;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
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

    private @Nullable BigDecimal statedSalesYen;

    @Convert(converter = NamesInColumn.Clauses.class)
    private Set<Clause> agreed;

    @Convert(converter = NamesInColumn.Clauses.class)
    private Set<Clause> reserved;

    @Convert(converter = NamesInColumn.Clauses.class)
    private Set<Clause> reopening;

    @Convert(converter = NamesInColumn.Clauses.class)
    private Set<Clause> reopened = Set.of();

    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable OutcomeCode outcome;

    private @Nullable String reason;
    private @Nullable String suggestion;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    Round(Side proposer, Offer offer, Set<Clause> agreed, String by, Instant at) {
        this.proposer = proposer;
        this.terms = offer.terms().checked();
        this.comment = offer.words();
        this.statedSalesYen = offer.statedSalesYen();
        this.agreed = EnumSet.noneOf(Clause.class);
        this.agreed.addAll(agreed);
        this.reserved = offer.reserved();
        this.reopening = offer.reopening();
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

    /** Net sales of a year that the proposer reckons with. */
    public @Nullable BigDecimal statedSalesYen() {
        return statedSalesYen;
    }

    /** The clauses on which both sides stand together, and which are locked. */
    public Set<Clause> agreed() {
        return Set.copyOf(agreed);
    }

    /** The clauses that the proposer left as they were without agreeing to them. */
    public Set<Clause> reserved() {
        return Set.copyOf(reserved);
    }

    /** The locked clauses that the proposer asks to reopen. */
    public Set<Clause> reopening() {
        return Set.copyOf(reopening);
    }

    /** The clauses among them to which the other side has consented. */
    public Set<Clause> reopened() {
        return Set.copyOf(reopened);
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

    private void answered(State answer, String by, Instant at) {
        this.state = answer;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    void rejected(OutcomeCode outcome, String reason, String by, Instant at) {
        answered(State.REJECTED, by, at);
        this.outcome = outcome;
        this.reason = reason;
    }

    void accepted(String by, Instant at) {
        answered(State.ACCEPTED, by, at);
        this.agreed = EnumSet.allOf(Clause.class);
    }

    void countered(Set<Clause> reopened, String by, Instant at) {
        answered(State.COUNTERED, by, at);
        this.reopened = reopened;
    }

    void returned(String comments, Set<Clause> reopened) {
        this.state = State.RETURNED;
        this.agreed =
                reopened.isEmpty() ? EnumSet.noneOf(Clause.class) : EnumSet.complementOf(EnumSet.copyOf(reopened));
        this.reason = comments;
    }

    void suggest(String suggestion) {
        this.suggestion = suggestion;
    }
}
