package org.kakehashi.outcomes;

import java.time.Instant;

/**
 * One edition of a licensee's answer; the latest one counts, the earlier ones are kept.
 *
 * @param edition counts from 1
 * @param source where the figures come from, such as a letter; empty where the licensee gave them itself
 * @param explanation why figures that are hard to believe are right; empty where they are not
 * @param reason why the edition before was corrected; empty for the first
 */
public record Answer(
        String number,
        int edition,
        Figures figures,
        Channel channel,
        String source,
        String explanation,
        String reason,
        String givenBy,
        Instant givenAt) {

    /** How it came. */
    public enum Channel {
        LINK("By link"),
        PAPER("On paper"),
        VISIT("Told the adviser"),
        REVIEW("Corrected by the adviser"),
        PROGRAM("By program");

        private final String english;

        Channel(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /**
     * What somebody gives.
     *
     * @param seen edition that the giver had before the eyes; 0 where there was none
     */
    public record Given(Figures figures, Channel channel, String source, String explanation, String reason, int seen) {

        public Given {
            source = source.strip();
            explanation = explanation.strip();
            reason = reason.strip();
        }
    }
}
