package org.kakehashi.matching;

/**
 * How well a candidate fits beside the best one of the same search: a score's digits would promise a precision that it
 * does not have.
 */
public enum Band {
    /** At least three quarters of the best score. */
    HIGH,
    /** At least half of the best score. */
    MEDIUM,
    /** Below; worth a look where the better ones are declined. */
    LOW;

    static Band of(double score, double best) {
        return score >= 0.75 * best ? HIGH : score >= 0.5 * best ? MEDIUM : LOW;
    }
}
