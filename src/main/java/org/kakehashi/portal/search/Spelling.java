package org.kakehashi.portal.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words of the index somebody may have meant who typed one that is not in it. */
final class Spelling {

    private static final int SHORTEST = 4;

    /** Letters beside a digit belong to a number or a code, which nobody misspelt. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{N}\\p{IsLatin}])\\p{IsLatin}++(?!\\p{N})|[\\p{IsKatakana}ー]+");

    private Spelling() {}

    /** The text with each word that is nowhere replaced by the likeliest that is; empty where nothing is replaced. */
    static Optional<String> of(String typed, Vocabulary known) {
        var meant = new StringBuilder();
        Matcher word = WORD.matcher(typed);
        boolean other = false;
        while (word.find()) {
            Optional<String> better = better(word.group(), known);
            other |= better.isPresent();
            word.appendReplacement(meant, Matcher.quoteReplacement(better.orElse(word.group())));
        }
        word.appendTail(meant);
        return other ? Optional.of(meant.toString()) : Optional.empty();
    }

    private static Optional<String> better(String word, Vocabulary known) {
        boolean japanese = Tongue.of(word) == Tongue.JAPANESE;
        String field = japanese ? Tongue.JAPANESE.field(Part.TEXT) : Fields.PLAIN;
        var words = japanese ? Tongue.JAPANESE.words(word) : Words.of(PortalAnalysis.PLAIN, word);
        String term = words.isEmpty() ? "" : String.join("", words).toLowerCase(Locale.ROOT);
        if (term.length() < SHORTEST) {
            return Optional.empty();
        }
        if (words.stream().allMatch(each -> known.knows(field, each))
                || known.knows(field, term)
                || !japanese
                        && Tongue.ENGLISH.words(word).stream()
                                .allMatch(each -> known.knows(Tongue.ENGLISH.field(Part.TEXT), each))) {
            return Optional.empty();
        }
        return known.nearest(field, term);
    }
}
