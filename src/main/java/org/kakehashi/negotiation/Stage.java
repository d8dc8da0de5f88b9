package org.kakehashi.negotiation;

/** Where a case stands. */
public enum Stage {
    MATCHED("Matched"),
    INTRODUCTION("Introduction"),
    CONFIDENTIALITY("Confidentiality"),
    EVALUATION("Evaluation"),
    TERMS("Terms"),
    CLEARANCE("Legal clearance"),
    APPROVAL("Approval"),
    SIGNING("Signing"),
    REGISTRATION("Registration"),
    REPORT("Report"),
    ENDED("Ended");

    private final String english;

    Stage(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
