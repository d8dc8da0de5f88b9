package org.kakehashi.portal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Which words of the index somebody may have meant who typed one that is not in it. */
final class Spelling {

    private static final int SHORTEST = 4;
    private static final int MOST_SUGGESTED = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}]+|[\\p{IsKatakana}ー]+");

    private Spelling() {}

    /** The text with each word that is nowhere replaced by the likeliest that is; empty where nothing is replaced. */
    static Optional<String> of(String typed, IndexReader index) {
        var meant = new StringBuilder();
        Matcher word = WORD.matcher(typed);
        boolean other = false;
        while (word.find()) {
            Optional<String> better = better(word.group(), index);
            other |= better.isPresent();
            word.appendReplacement(meant, Matcher.quoteReplacement(better.orElse(word.group())));
        }
        word.appendTail(meant);
        return other ? Optional.of(meant.toString()) : Optional.empty();
    }

    private static Optional<String> better(String word, IndexReader index) {
        boolean japanese = Tongue.of(word) == Tongue.JAPANESE;
        String field = japanese ? Tongue.JAPANESE.field(Part.TEXT) : Fields.PLAIN;
        var words = japanese ? Tongue.JAPANESE.words(word) : Tongue.words(PortalAnalysis.plain(), word);
        String term = words.isEmpty() ? "" : String.join("", words).toLowerCase(Locale.ROOT);
        if (term.length() < SHORTEST) {
            return Optional.empty();
        }
        try {
            if (index.docFreq(new Term(field, term)) > 0
                    || words.stream().allMatch(each -> isThere(index, field, each))
                    || !japanese
                            && Tongue.ENGLISH.words(word).stream()
                                    .allMatch(each -> isThere(index, Tongue.ENGLISH.field(Part.TEXT), each))) {
                return Optional.empty();
            }
            SuggestWord[] suggested = new DirectSpellChecker()
                    .suggestSimilar(
                            new Term(field, term), MOST_SUGGESTED, index, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            return Stream.of(suggested).map(each -> each.string).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(IndexReader index, String field, String term) {
        try {
            return index.docFreq(new Term(field, term)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
