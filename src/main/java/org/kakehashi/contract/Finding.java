package org.kakehashi.contract;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A restraint in agreed terms, and what antitrust law says of it.
 *
 * @param level none until the decision table has been asked
 * @param source where the law or guideline says so
 */
@Embeddable
public record Finding(
        @Enumerated(EnumType.STRING) Restraint restraint,
        @Enumerated(EnumType.STRING) @Nullable Level level,
        @Nullable String reason,
        @Nullable String source) {

    /** How antitrust law takes a clause, mildest first. */
    public enum Level {
        FINE("Fine"),
        REASON("Needs a reason"),
        BLOCK("Blocked");

        private final String english;

        Level(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    static Finding of(Restraint restraint) {
        return new Finding(restraint, null, null, null);
    }
}
