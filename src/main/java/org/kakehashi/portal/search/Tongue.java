package org.kakehashi.portal.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;

/** A language whose texts the search reads, each in fields of its own. */
enum Tongue {
    ENGLISH("en", PortalAnalysis.english(), 110),
    JAPANESE("ja", PortalAnalysis.japanese(), 55);

    /** No kana or kanji comes before it. */
    private static final int FIRST_OF_ASIA = 0x2e7f;

    private final String code;
    private final Analyzer analyser;
    private final int passage;

    Tongue(String code, Analyzer analyser, int passage) {
        this.code = code;
        this.analyser = analyser;
        this.passage = passage;
    }

    /** By its letters, so that a text tells its language itself. */
    static Tongue of(String text) {
        return text.codePoints().anyMatch(Tongue::isJapanese) ? JAPANESE : ENGLISH;
    }

    private static boolean isJapanese(int letter) {
        return letter > FIRST_OF_ASIA
                && (letter >= 0xff66 && letter <= 0xff9f
                        || switch (Character.UnicodeScript.of(letter)) {
                            case HIRAGANA, KATAKANA, HAN -> true;
                            default -> false;
                        });
    }

    /** As the web names it. */
    String code() {
        return code;
    }

    /** Such as {@code title_en}. */
    String field(Part part) {
        return part.code() + "_" + code;
    }

    String analyserName() {
        return "text_" + code;
    }

    /** Characters of a passage that says enough. */
    int passage() {
        return passage;
    }

    Analyzer analyser() {
        return analyser;
    }

    /** The words of a text as the index knows them. */
    List<String> words(String text) {
        return Words.of(analyser, text);
    }

    /** The text as {@link Words} write it. */
    String line(String text) {
        return Words.line(analyser, text);
    }
}
