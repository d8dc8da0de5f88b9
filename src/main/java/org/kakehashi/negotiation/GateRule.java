package org.kakehashi.negotiation;

/**
 * What a gate says to a case.
 *
 * @param reason a sentence
 * @param source the law, guideline or right behind it
 * @param liftedBy who can lift it, and how
 */
public record GateRule(String reason, String source, String liftedBy) {

    /** The rule, its source and who can lift it, in one paragraph. */
    public String sentence() {
        return "%s Rule: %s. Lifted by: %s.".formatted(reason, source, liftedBy);
    }
}
