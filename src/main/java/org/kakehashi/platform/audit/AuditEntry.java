package org.kakehashi.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param actor the user's id, or the side by whose link somebody came; never a person's name
 * @param subject the number of a record or case, or whatever else it was about
 * @param detail the address that was read, the event of the journal, the operation; never a value
 * @param place in the chain, counted from 1; none for some seconds after it was written
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        Action action,
        String subject,
        String detail,
        @Nullable Long place) {

    /** What was done. */
    public enum Action {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        SAW,
        REFUSED,
        CHANGED,
        OPERATED,
        EXPORTED
    }
}
