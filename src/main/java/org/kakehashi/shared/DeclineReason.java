package org.kakehashi.shared;

/** Why an adviser declines a match; later searches learn from it. */
public enum DeclineReason {
    WRONG_FIELD("Another field of technology"),
    CONDITIONS("The conditions do not meet"),
    MATURITY("Not mature enough"),
    ALREADY_KNOWN("The parties know it already"),
    COMPANY_NOT_INTERESTED("The company is not interested"),
    OTHER("Another reason");

    private final String english;

    DeclineReason(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
