package org.kakehashi.outcomes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one contract has brought in one fiscal year, asked of its licensee.
 *
 * @param number such as {@code F-2026-000012}
 * @param askedOn the day of the questionnaire, or of the latest question back; none where nobody was asked
 * @param noAnswerReason why no answer is possible, as the adviser found
 */
public record Inquiry(
        String number,
        String contractNumber,
        int fiscalYear,
        State state,
        @Nullable LocalDate askedOn,
        @Nullable String noAnswerReason) {

    /** How far it has come. */
    public enum State {
        OPEN("Waits for the licensee"),
        ASKED_BACK("Asked back"),
        VISIT("Adviser visits"),
        REVIEW("Adviser reviews"),
        ANSWERED("Answered"),
        UNANSWERED("No answer possible"),
        CLOSED("Closed without an answer");

        private final String english;

        State(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }

        public boolean isSettled() {
            return compareTo(ANSWERED) >= 0;
        }
    }

    /** An answer has come, or a correction of one. */
    public record Answered(String number) {}
}
