package org.kakehashi.shared;

/** How a case ended. Every case that has ended bears exactly one. */
public enum OutcomeCode {
    CONCLUDED("Contract concluded"),
    DECLINED_PRICE("Declined for the price"),
    DECLINED_FIT("Declined because the technology does not fit"),
    DECLINED_TIMING("Declined for the time being"),
    NO_RESPONSE("A side did not respond"),
    LEGAL_BLOCK("Not allowed by law or by an earlier right"),
    WITHDRAWN("Withdrawn"),
    TIMED_OUT("The time allowed ran out");

    private final String english;

    OutcomeCode(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
