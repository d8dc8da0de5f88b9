package org.kakehashi.advisers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Prefecture;

/**
 * The term of an adviser at a local government or TLO.
 *
 * @param host the organisation's name
 * @param purpose what the host wants the adviser for
 * @param userId the adviser; none until a manager has assigned one
 * @param reason of the latest decision; empty before
 */
public record Dispatch(
        UUID id,
        UUID hostOrganisation,
        String host,
        Prefecture prefecture,
        Adviser.Kind kind,
        String purpose,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String userId,
        State state,
        String reason) {

    /** How far a term has come. */
    public enum State {
        REQUESTED("Requested"),
        APPROVED("Waits for the host"),
        DECLINED("Declined"),
        CONFIRMED("Confirmed"),
        RUNNING("Running"),
        ENDED("Ended");

        private final String english;

        State(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** A host asks for an adviser. */
    public record Requested(UUID id) {}
}
