package org.kakehashi.contract;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;

/**
 * The right that a contract gives: its kind, and how far it reaches in field, territory and time.
 *
 * @param acts such as {@code make, sell}
 * @param endsOn the first day on which the right is over; none where it is given for good
 */
@Embeddable
public record Grant(
        @Enumerated(EnumType.STRING) LicenceKind kind,
        String fieldOfUse,
        String territory,
        String acts,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn) {

    public Grant {
        if (endsOn != null && !endsOn.isAfter(beginsOn)) {
            throw Refusal.invalid("The right ends before it begins: it begins on " + beginsOn + ".");
        }
    }

    /** The right that agreed terms give when it begins on that day. */
    public static Grant of(Terms terms, LocalDate beginsOn) {
        if (terms.licenceKind() == null) {
            throw Refusal.conflict("The terms do not say which kind of licence is given.");
        }
        return new Grant(
                terms.licenceKind(),
                terms.fieldOfUse(),
                terms.territory(),
                Clause.ACTS.position(terms),
                beginsOn,
                terms.termYears() == null ? null : beginsOn.plusYears(terms.termYears()));
    }

    Grant endingOn(LocalDate day) {
        return new Grant(kind, fieldOfUse, territory, acts, beginsOn, day);
    }

    /** In what two grants meet. */
    public record Meeting(boolean inField, boolean inTerritory, boolean inTime) {}

    /** In what it meets another one; who meets whom makes no difference. */
    public Meeting meeting(Grant other) {
        return new Meeting(
                FieldOfUse.of(fieldOfUse).meets(FieldOfUse.of(other.fieldOfUse)),
                Territory.of(territory).meets(Territory.of(other.territory)),
                begins(other) && other.begins(this));
    }

    /** Whether it leaves no room for anybody: exclusive in every field and everywhere. */
    public boolean leavesNothing() {
        return kind.isExclusive()
                && FieldOfUse.of(fieldOfUse).isEverything()
                && Territory.of(territory).isEverywhere();
    }

    /** Whether it holds in every field and in all prefectures of Japan. */
    boolean holdsAllOverJapan() {
        return FieldOfUse.of(fieldOfUse).isEverything()
                && Territory.of(territory).holdsJapan();
    }

    /** Whether it leaves no room in Japan: exclusive in every field and in all prefectures. */
    public boolean leavesNothingInJapan() {
        return kind.isExclusive() && holdsAllOverJapan();
    }

    /** Whether it is not over on that day, be it that it begins later. */
    public boolean isLiveOn(LocalDate day) {
        return endsOn == null || day.isBefore(endsOn);
    }

    /** The grant in words, such as {@code Exclusive licence by contract, batteries, Japan, 2026-10-01 to 2031-10-01}. */
    public String described() {
        return "%s, %s, %s, %s"
                .formatted(
                        kind.english(),
                        fieldOfUse.isBlank() ? "all fields" : fieldOfUse,
                        territory.isBlank() ? "everywhere" : territory,
                        endsOn == null ? "from " + beginsOn : beginsOn + " to " + endsOn);
    }

    private boolean begins(Grant beforeTheEndOf) {
        return beforeTheEndOf.endsOn == null || beginsOn.isBefore(beforeTheEndOf.endsOn);
    }
}
