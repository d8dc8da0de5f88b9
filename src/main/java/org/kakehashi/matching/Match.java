package org.kakehashi.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.Need;
import org.kakehashi.registry.Seed;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

/** A seed and a need that may fit each other, why they may, and what an adviser decided on it. */
@Entity
@Table(name = "match")
public class Match {

    /** Whether an adviser has decided on the pair. */
    public enum Status {
        PROPOSED,
        ACCEPTED,
        DECLINED
    }

    /** New candidates wait for the adviser of a record, found later than the record's last review. */
    public record Proposed(String recordNumber) {}

    /** An adviser accepted the pair, so a case may begin. */
    public record Accepted(String number, String seedNumber, String needNumber) {}

    @Id
    private String number;

    @Version
    private int version;

    private String seedNumber;
    private String needNumber;
    private double score;

    @Enumerated(EnumType.STRING)
    private Band band;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> reasons;

    @Enumerated(EnumType.STRING)
    private Side foundFrom;

    private Instant foundAt;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PROPOSED;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineReason declineReason;

    private @Nullable String declineText;
    private @Nullable String declineGrounds;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String lessonUndoneBy;
    private @Nullable Instant lessonUndoneAt;
    private @Nullable Instant seenByLicensor;
    private @Nullable Instant seenByLicensee;

    @SuppressWarnings("NullAway.Init")
    protected Match() {}

    /** Looked for again: the newer score and reasons count as long as nobody has decided. */
    void foundAgain(Candidate candidate) {
        if (status == Status.PROPOSED) {
            score = candidate.score();
            band = candidate.band();
            reasons = List.copyOf(candidate.reasons());
        }
    }

    /** What it was declined for has changed, so it waits for a decision once more. */
    void proposeAgain(Candidate candidate, Side from, Instant at) {
        status = Status.PROPOSED;
        declineReason = null;
        declineText = null;
        declineGrounds = null;
        decidedBy = null;
        decidedAt = null;
        lessonUndoneBy = null;
        lessonUndoneAt = null;
        seenByLicensor = null;
        seenByLicensee = null;
        foundFrom = from;
        foundAt = at;
        foundAgain(candidate);
    }

    /** The adviser of that side has had it on a list that was worked through. */
    void seen(Side side, Instant at) {
        if (side == Side.LICENSOR) {
            seenByLicensor = at;
        } else {
            seenByLicensee = at;
        }
    }

    /** Whether the adviser of that side has not yet worked through a list with it. */
    public boolean isNewTo(Side side) {
        return (side == Side.LICENSOR ? seenByLicensor : seenByLicensee) == null;
    }

    /** Searches learn no more from its having been declined. */
    void undoLesson(String user, Instant at) {
        expectLesson();
        lessonUndoneBy = user;
        lessonUndoneAt = at;
    }

    /** Searches learn again from its having been declined. */
    void redoLesson() {
        expectLesson();
        lessonUndoneBy = null;
        lessonUndoneAt = null;
    }

    private void expectLesson() {
        if (declineReason == null) {
            throw Refusal.conflict(number + " has not been declined, so nothing was learned from it.");
        }
    }

    /** Whether searches learn from its having been declined. */
    public boolean teaches() {
        return declineReason != null && lessonUndoneAt == null;
    }

    public @Nullable String lessonUndoneBy() {
        return lessonUndoneBy;
    }

    /**
     * @param from the side whose adviser wants it: the other one still has to confirm it
     * @return false where it was accepted already
     */
    boolean accept(Side from, String user, Instant at) {
        if (status == Status.ACCEPTED) {
            return false;
        }
        refuseIfDecided();
        foundFrom = from;
        decide(Status.ACCEPTED, user, at);
        return true;
    }

    /**
     * @param grounds which must change before it comes back; none where it never does
     * @return false where it was declined already for that reason
     */
    boolean decline(DeclineReason reason, @Nullable String text, @Nullable String grounds, String user, Instant at) {
        if (status == Status.DECLINED && reason == declineReason) {
            return false;
        }
        refuseIfDecided();
        if (reason == DeclineReason.OTHER && (text == null || text.isBlank())) {
            throw Refusal.invalid("Say in a few words why " + number + " is declined, as the reason is \"other\".");
        }
        decide(Status.DECLINED, user, at);
        declineReason = reason;
        declineGrounds = grounds;
        declineText = text == null || text.isBlank() ? null : text.strip();
        return true;
    }

    /** The parties met elsewhere: whatever was decided on the pair before, they want to talk now. */
    boolean introduced(String user, Instant at) {
        if (status == Status.ACCEPTED) {
            return false;
        }
        decide(Status.ACCEPTED, user, at);
        declineReason = null;
        declineText = null;
        declineGrounds = null;
        return true;
    }

    private void refuseIfDecided() {
        if (status != Status.PROPOSED) {
            throw Refusal.conflict(number + " has already been "
                    + (status == Status.ACCEPTED ? "accepted" : "declined") + " by " + decidedBy
                    + ": leave it for later.");
        }
    }

    private void decide(Status decision, String user, Instant at) {
        status = decision;
        decidedBy = user;
        decidedAt = at;
    }

    public String number() {
        return number;
    }

    public String seedNumber() {
        return seedNumber;
    }

    public String needNumber() {
        return needNumber;
    }

    /** Comparable among the candidates of one search only. */
    public double score() {
        return score;
    }

    public Band band() {
        return band;
    }

    /** Why the two may fit, and what speaks against it, in sentences. */
    public List<String> reasons() {
        return reasons;
    }

    /** The side whose adviser accepted it; before that the side whose record the search began with. */
    public Side foundFrom() {
        return foundFrom;
    }

    public Instant foundAt() {
        return foundAt;
    }

    public Status status() {
        return status;
    }

    public @Nullable DeclineReason declineReason() {
        return declineReason;
    }

    public @Nullable String declineText() {
        return declineText;
    }

    /** Whether it is that pair's, and what it was declined for stands as it did then. */
    boolean staysDeclined(Seed seed, Need need) {
        return seedNumber.equals(seed.number())
                && needNumber.equals(need.number())
                && (declineReason == null
                        || declineGrounds == null
                        || declineGrounds.equals(
                                DeclineGrounds.of(declineReason, seed, need).orElse(null)));
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
