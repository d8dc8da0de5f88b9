package org.kakehashi.outcomes;

/** Why nothing was sold under a licence in a year. */
public enum UnusedReason {
    IN_DEVELOPMENT("Still in development"),
    MARKET("No market for it yet"),
    TECHNICAL("Technical difficulties"),
    FUNDS("Lack of funds or staff"),
    DEFENSIVE("Held to keep others out"),
    ENDED("Given up"),
    OTHER("Another reason");

    private final String english;

    UnusedReason(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
