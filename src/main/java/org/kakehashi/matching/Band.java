package org.kakehashi.matching;

/**
 * How well a candidate fits beside the best one of the same search, and whether it would be worth a look by itself: a
 * score's digits would promise a precision that it does not have.
 */
public enum Band {
    /** At least three quarters of the best score. */
    HIGH,
    /** At least half of the best score. */
    MEDIUM,
    /** Below, or the little that speaks for it may be chance; worth a look where the better ones are declined. */
    LOW;

    /** @param speaksForItself whether it would be worth a look if the search had found nothing else */
    static Band of(double score, double best, boolean speaksForItself) {
        return !speaksForItself || score < 0.5 * best ? LOW : score >= 0.75 * best ? HIGH : MEDIUM;
    }
}
