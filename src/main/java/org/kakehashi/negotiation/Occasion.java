package org.kakehashi.negotiation;

/** What a side is asked for. */
public enum Occasion {
    CONSENT("the introduction"),
    NDA("the confidentiality agreement"),
    OFFER("the offer"),
    SIGNATURE("the contract");

    private final String english;

    Occasion(String english) {
        this.english = english;
    }

    /** What the answer is about, to be read after "has answered on". */
    public String english() {
        return english;
    }
}
