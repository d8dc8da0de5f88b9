package org.kakehashi.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be disclosed to whom in a case, and whether export control allows it. */
@Entity
@Table(name = "export_screening")
public class ExportScreening {

    /** What leaves the owner's hands. */
    public enum Disclosure {
        PUBLISHED_ONLY,
        KNOW_HOW
    }

    /** Who receives it, as export control looks at it. */
    public enum Recipient {
        DOMESTIC,
        FOREIGN_CONTROLLED,
        ABROAD
    }

    /** What the decision table says. */
    public enum Decision {
        CLEARED,
        PERMISSION_NEEDED,
        BLOCKED
    }

    @Id
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private Disclosure disclosure;

    @Enumerated(EnumType.STRING)
    private Recipient recipient;

    private boolean listed;
    private boolean concern;
    private String note;
    private String screenedBy;
    private Instant screenedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    private @Nullable String reason;
    private @Nullable String source;
    private @Nullable String liftedBy;
    private @Nullable Boolean permissionGranted;
    private @Nullable String permission;

    @SuppressWarnings("NullAway.Init")
    protected ExportScreening() {}

    /**
     * @param listed whether the technology is on the control list
     * @param concern whether weapons or a sanctioned party are in sight
     */
    public ExportScreening(
            String caseNumber,
            Disclosure disclosure,
            Recipient recipient,
            boolean listed,
            boolean concern,
            String note,
            String screenedBy,
            Instant screenedAt) {
        this.caseNumber = caseNumber;
        this.disclosure = disclosure;
        this.recipient = recipient;
        this.listed = listed;
        this.concern = concern;
        this.note = note;
        this.screenedBy = screenedBy;
        this.screenedAt = screenedAt;
    }

    public void decide(Decision newDecision, GateRule rule) {
        decision = newDecision;
        reason = rule.reason();
        source = rule.source();
        liftedBy = rule.liftedBy();
    }

    /** What the authority answered, with its reference. */
    public void answered(boolean granted, String reference) {
        permissionGranted = granted;
        permission = reference;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public Disclosure disclosure() {
        return disclosure;
    }

    public Recipient recipient() {
        return recipient;
    }

    public boolean listed() {
        return listed;
    }

    public boolean concern() {
        return concern;
    }

    public String note() {
        return note;
    }

    public String screenedBy() {
        return screenedBy;
    }

    public Instant screenedAt() {
        return screenedAt;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    /** Why the table decides so; none until it has. */
    public Optional<GateRule> rule() {
        return reason == null || source == null || liftedBy == null
                ? Optional.empty()
                : Optional.of(new GateRule(reason, source, liftedBy));
    }

    public @Nullable Boolean permissionGranted() {
        return permissionGranted;
    }

    public @Nullable String permission() {
        return permission;
    }
}
