package org.kakehashi.needs;

/** A condition on which an owner and a company may meet or not; a need may say that it must be met. */
public enum Requirement {
    LICENCE_KIND("the kind of licence"),
    PRICE("the price"),
    MATURITY("the maturity"),
    KNOW_HOW("the know-how"),
    PLACE("the place");

    private final String english;

    Requirement(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
