package org.kakehashi.negotiation;

/** What a licensee may do with the technology. */
public enum Act {
    MAKE("make"),
    USE("use"),
    SELL("sell"),
    IMPORT("import");

    private final String english;

    Act(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
