package org.kakehashi.advisers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What ties an adviser to an organisation, so that the adviser may not stand by a case of it.
 *
 * @param organisation the organisation's name
 * @param until the last day; none while it lasts
 * @param note in the adviser's words, may be empty
 */
public record Tie(
        UUID id,
        String userId,
        UUID organisationId,
        String organisation,
        Kind kind,
        LocalDate since,
        @Nullable LocalDate until,
        String note) {

    /** What the tie consists in. */
    public enum Kind {
        EMPLOYMENT("Works or worked there"),
        OWNERSHIP("Holds shares"),
        OFFICE("Holds an office there"),
        FAMILY("Family"),
        INVENTION("Inventor of its patents"),
        OTHER("Other");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }
}
