package org.kakehashi.documents.drafting;

import java.util.Locale;

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

    /** Japanese where the reader reads it, English else. */
    public static Language of(Locale reader) {
        return reader.getLanguage().equals(JAPANESE.code) ? JAPANESE : ENGLISH;
    }

    String choose(String english, String japanese) {
        return this == ENGLISH ? english : japanese;
    }

    String heading(int article, String title) {
        return choose("Article " + article + "  " + title, "第" + article + "条（" + title + "）");
    }
}
