package org.kakehashi.documents.drafting;

/** In which language a draft is written. */
public enum Language {
    ENGLISH("en"),
    JAPANESE("ja");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    String choose(String english, String japanese) {
        return this == ENGLISH ? english : japanese;
    }

    String heading(int article, String title) {
        return choose("Article " + article + "  " + title, "第" + article + "条（" + title + "）");
    }
}
