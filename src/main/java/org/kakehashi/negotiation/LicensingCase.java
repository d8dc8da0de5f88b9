package org.kakehashi.negotiation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

/** One seed and one need on their way to a licence, from the accepted match to an outcome. */
@Entity
@Table(name = "licensing_case")
public class LicensingCase {

    @Id
    private String number;

    @Version
    private int version;

    private String matchNumber;
    private String seedNumber;
    private String needNumber;
    private String seedTitle;
    private String needTitle;

    @Enumerated(EnumType.STRING)
    private @Nullable Side foundFrom;

    @Embedded
    @AttributeOverride(name = "organisation", column = @Column(name = "licensor_organisation"))
    @AttributeOverride(name = "name", column = @Column(name = "licensor_name"))
    @AttributeOverride(name = "prefecture", column = @Column(name = "licensor_prefecture"))
    @AttributeOverride(name = "adviser", column = @Column(name = "licensor_adviser"))
    @AttributeOverride(name = "enteredBy", column = @Column(name = "licensor_entered_by"))
    private Party licensor;

    @Embedded
    @AttributeOverride(name = "organisation", column = @Column(name = "licensee_organisation"))
    @AttributeOverride(name = "name", column = @Column(name = "licensee_name"))
    @AttributeOverride(name = "prefecture", column = @Column(name = "licensee_prefecture"))
    @AttributeOverride(name = "adviser", column = @Column(name = "licensee_adviser"))
    @AttributeOverride(name = "enteredBy", column = @Column(name = "licensee_entered_by"))
    private Party licensee;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private Move moveOf;

    private Instant moveSince;

    @Enumerated(EnumType.STRING)
    private Confidentiality confidentiality;

    private String summary;

    @Enumerated(EnumType.STRING)
    private @Nullable OutcomeCode outcome;

    private @Nullable String outcomeReason;
    private Instant openedAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected LicensingCase() {}

    /**
     * What is known of a case when it is opened.
     *
     * @param foundFrom the side whose adviser found the match; none where the parties met elsewhere
     */
    record Opening(
            String matchNumber,
            String seedNumber,
            String needNumber,
            String seedTitle,
            String needTitle,
            @Nullable Side foundFrom,
            Party licensor,
            Party licensee) {}

    LicensingCase(String number, Opening opening, Instant at) {
        this.number = number;
        this.matchNumber = opening.matchNumber();
        this.seedNumber = opening.seedNumber();
        this.needNumber = opening.needNumber();
        this.seedTitle = opening.seedTitle();
        this.needTitle = opening.needTitle();
        this.foundFrom = opening.foundFrom();
        this.licensor = opening.licensor();
        this.licensee = opening.licensee();
        this.stage = Stage.MATCHED;
        this.moveOf = Move.PROGRAMME;
        this.moveSince = at;
        this.confidentiality = Confidentiality.REGISTERED;
        this.summary = "";
        this.openedAt = at;
    }

    void assign(Side side, String user) {
        if (side == Side.LICENSOR) {
            licensor = licensor.withAdviser(user);
        } else {
            licensee = licensee.withAdviser(user);
        }
    }

    /** The clock of the move starts anew only where the move or the stage changes. */
    /** @return whether that is news */
    boolean waitsFor(Stage newStage, Move mover, Instant at) {
        if (!isOpen() || stage == newStage && moveOf == mover) {
            return false;
        }
        stage = newStage;
        moveOf = mover;
        moveSince = at;
        return true;
    }

    void summarise(String text) {
        summary = text;
    }

    /** Confidentiality only rises. */
    void admitTo(Confidentiality tier) {
        if (!confidentiality.covers(tier)) {
            confidentiality = tier;
        }
    }

    /** @return false where it had ended already: the first end counts */
    boolean end(OutcomeCode code, String reason, Instant at) {
        if (!isOpen()) {
            return false;
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("Say why " + number + " ends.");
        }
        outcome = code;
        outcomeReason = reason.strip();
        stage = Stage.ENDED;
        moveOf = Move.PROGRAMME;
        moveSince = at;
        endedAt = at;
        return true;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public String number() {
        return number;
    }

    public String matchNumber() {
        return matchNumber;
    }

    public String seedNumber() {
        return seedNumber;
    }

    public String needNumber() {
        return needNumber;
    }

    public String seedTitle() {
        return seedTitle;
    }

    public String needTitle() {
        return needTitle;
    }

    /** The side whose adviser found the match; none where the parties met elsewhere. */
    public Optional<Side> foundFrom() {
        return Optional.ofNullable(foundFrom);
    }

    public Party party(Side side) {
        return side == Side.LICENSOR ? licensor : licensee;
    }

    public UUID licensorOrganisation() {
        return licensor.organisation();
    }

    public UUID licenseeOrganisation() {
        return licensee.organisation();
    }

    public @Nullable String licensorAdviser() {
        return licensor.adviser();
    }

    public @Nullable String licenseeAdviser() {
        return licensee.adviser();
    }

    /** Whether one adviser stands on both sides. */
    public boolean hasOneAdviser() {
        return licensor.adviser() != null && Objects.equals(licensor.adviser(), licensee.adviser());
    }

    /** Both parties' names, licensor first. */
    public String parties() {
        return licensor.name() + " → " + licensee.name();
    }

    public Stage stage() {
        return stage;
    }

    public Move moveOf() {
        return moveOf;
    }

    public Instant moveSince() {
        return moveSince;
    }

    public Confidentiality confidentiality() {
        return confidentiality;
    }

    /** The non-confidential summary both companies read; empty until it is written. */
    public String summary() {
        return summary;
    }

    public @Nullable OutcomeCode outcome() {
        return outcome;
    }

    public @Nullable String outcomeReason() {
        return outcomeReason;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
