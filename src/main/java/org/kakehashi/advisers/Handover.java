package org.kakehashi.advisers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;

/** The whole caseload of an adviser who leaves, on its way to successors. */
public record Handover(
        UUID id,
        String userId,
        String reason,
        String begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** Somebody began a handover. */
    public record Begun(UUID id, String userId) {}

    /** How far a place has come. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        MOVED
    }

    /**
     * One place of the caseload.
     *
     * @param successor who shall take it, or has declined it; none where nobody was found
     * @param reason why it was declined; empty otherwise
     */
    public record Item(
            String number,
            Side side,
            String subject,
            @Nullable String successor,
            State state,
            String reason) {

        Caseload.Place place() {
            return new Caseload.Place(number, side, subject);
        }

        /** Such as {@code L-2026-000012 LICENSOR}. */
        public String key() {
            return number + " " + side.name();
        }
    }
}
