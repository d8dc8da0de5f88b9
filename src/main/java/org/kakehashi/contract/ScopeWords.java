package org.kakehashi.contract;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Cuts the words in which contracts write fields and territories, so that they can be compared. */
final class ScopeWords {

    private ScopeWords() {}

    /** The entries of a list such as {@code Batteries; fuel cells}, in one spelling. */
    static List<String> entries(String text) {
        return Arrays.stream(Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .split("[,;、\n]"))
                .map(entry -> entry.replaceAll("[\\s\\p{Punct}&&[^・-]]+", " ").strip())
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** Whether one entry's words hold the other's; Japanese, which has no spaces, by its characters. */
    static boolean contains(String entry, String part) {
        return part.codePoints().anyMatch(Character::isIdeographic)
                ? entry.contains(part)
                : (" " + entry + " ").contains(" " + part + " ");
    }
}
