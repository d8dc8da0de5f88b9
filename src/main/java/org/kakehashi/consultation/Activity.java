package org.kakehashi.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;

/**
 * One version of what an adviser did.
 *
 * @param version counted from 1; the highest holds
 * @param adviser the user's id
 * @param struck whether it was entered by mistake and counts no more
 * @param reason why this version was made, empty on the first
 */
public record Activity(
        UUID id,
        int version,
        String adviser,
        Facts facts,
        boolean struck,
        String reason,
        String changedBy,
        Instant changedAt) {

    /** What kind of work it was. */
    public enum Kind {
        VISIT("Visit"),
        COURSE("Course"),
        SEARCH_HELP("Search help"),
        CONSULTATION("Consultation"),
        MEETING("Meeting");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /**
     * What was done.
     *
     * @param minutes spent, at most a day
     * @param number of the seed, need or case it was for
     * @param participants of a course, and of nothing else
     */
    public record Facts(
            Kind kind,
            LocalDate day,
            int minutes,
            Prefecture prefecture,
            @Nullable UUID organisationId,
            @Nullable String number,
            @Nullable Integer participants,
            String text) {}
}
