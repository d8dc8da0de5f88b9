package org.kakehashi.negotiation;

/** Whether a licensee may pass the right on. */
public enum Sublicensing {
    NOT_ALLOWED("Not allowed"),
    WITH_CONSENT("With the licensor's consent"),
    ALLOWED("Allowed");

    private final String english;

    Sublicensing(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
