package org.kakehashi.advisers;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/**
 * The term of an adviser at a local government or TLO.
 *
 * @param host the organisation's name
 * @param hostJa the same in Japanese, where the directory knows it
 * @param purpose what the host wants the adviser for
 * @param fields that the adviser should cover; none where any will do
 * @param languages that the adviser should speak, as ISO 639-1 codes; none where any will do
 * @param userId the adviser; none until a manager has assigned one
 * @param reason of the latest decision; empty before
 */
public record Dispatch(
        UUID id,
        UUID hostOrganisation,
        String host,
        @Nullable String hostJa,
        Prefecture prefecture,
        Adviser.Kind kind,
        String purpose,
        Set<TechnologyField> fields,
        Set<String> languages,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String userId,
        State state,
        String reason) {

    /** How far a term has come. */
    public enum State {
        REQUESTED("Requested", "A manager assigns an adviser or declines."),
        APPROVED("Waits for the host", "The host answers on its page, or a registrar records its answer."),
        DECLINED("Declined", "Nothing follows."),
        CONFIRMED("Confirmed", "The term begins by itself on its first day."),
        RUNNING(
                "In force",
                "A manager renews it or lets it end, three months before its last day unless set otherwise."),
        ENDED("Ended", "What was in hand is handed over.");

        private final String english;
        private final String next;

        State(String english, String next) {
            this.english = english;
            this.next = next;
        }

        public String english() {
            return english;
        }

        /** What comes next, and whose move it is. */
        public String next() {
            return next;
        }
    }

    /** The host's name as its readers know it. */
    public String host(Locale reader) {
        return hostJa != null && Locale.JAPANESE.getLanguage().equals(reader.getLanguage()) ? hostJa : host;
    }

    /** A host asks for an adviser. */
    public record Requested(UUID id) {}

    /** A host has answered on its page whether it wants the adviser. */
    public record Answered(UUID id, boolean confirmed) {}
}
