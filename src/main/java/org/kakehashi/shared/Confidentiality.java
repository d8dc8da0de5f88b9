package org.kakehashi.shared;

/** Who may see a piece of information, rising. Only the course of a case raises it. */
public enum Confidentiality {
    PUBLIC,
    REGISTERED,
    INTRODUCED,
    NDA,
    CASE_TEAM;

    /** Whether somebody admitted to this tier may see what belongs to the other one. */
    public boolean covers(Confidentiality other) {
        return compareTo(other) >= 0;
    }
}
