package org.kakehashi.portal.search;

/** A part of a record's text, and how much a word found there weighs. */
enum Part {
    TITLE("title", 8),
    INVENTION("invention", 4),
    APPLICANT("applicant", 3),
    PRODUCTS("products", 3),
    /** Everything that may be read, the parts above among it. */
    TEXT("text", 1);

    private final String code;
    private final float weight;

    Part(String code, float weight) {
        this.code = code;
        this.weight = weight;
    }

    String code() {
        return code;
    }

    float weight() {
        return weight;
    }
}
