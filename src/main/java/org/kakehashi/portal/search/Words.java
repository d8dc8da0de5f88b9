package org.kakehashi.portal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Texts as lines of words. The application makes words of searches itself, and of texts for an index beside the nodes, so that
 * any index has the same ones and a shared one needs to know of no language: it takes a line apart where there is a space.
 */
final class Words {

    /** Stands where a word was left out, so that the words before and after it are not next to each other. */
    static final String GAP = "␣";

    private Words() {}

    static List<String> of(Analyzer analyser, String text) {
        return read(analyser, text, false);
    }

    static String line(Analyzer analyser, String text) {
        return String.join(" ", read(analyser, text, true));
    }

    /** What takes lines apart again. */
    static Analyzer ofLine() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new WhitespaceTokenizer();
                return new TokenStreamComponents(words, new StopFilter(words, new CharArraySet(List.of(GAP), false)));
            }
        };
    }

    private static List<String> read(Analyzer analyser, String text, boolean withGaps) {
        List<String> words = new ArrayList<>();
        try (var tokens = analyser.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                for (int left = 1; withGaps && left < step.getPositionIncrement(); left++) {
                    words.add(GAP);
                }
                words.add(withGaps ? StringUtils.deleteWhitespace(term.toString()) : term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
