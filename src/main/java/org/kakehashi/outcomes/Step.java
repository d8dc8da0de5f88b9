package org.kakehashi.outcomes;

/** How far a case comes; its place, counted from 1, stands in the facts. */
enum Step {
    MATCH("Match"),
    INTRODUCTION("Introduction"),
    CONFIDENTIALITY("Confidentiality agreement"),
    TERMS("Terms"),
    CONTRACT("Contract");

    private final String english;

    Step(String english) {
        this.english = english;
    }

    String english() {
        return english;
    }

    int place() {
        return ordinal() + 1;
    }
}
