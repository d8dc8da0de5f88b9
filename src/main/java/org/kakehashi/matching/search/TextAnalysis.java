package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.io.IOUtils;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.kakehashi.platform.search.SeenLetters;

/** How texts become words, in English and in Japanese, and how much a word weighs in a text of some length. */
final class TextAnalysis {

    /** Whole descriptions are long, so repetition counts longer (k1) and length is fully evened out (b). */
    static final Similarity SIMILARITY = new BM25Similarity(2, 1);

    private static final int LONGEST_WORD = 60;

    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]+");

    private TextAnalysis() {}

    static Analyzer english() {
        return new Cleaned() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream tokens = new EnglishPossessiveFilter(words);
                tokens = new ASCIIFoldingFilter(new LowerCaseFilter(tokens));
                tokens = new StopFilter(tokens, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
                tokens = new PorterStemFilter(tokens);
                return new TokenStreamComponents(words, new LengthFilter(tokens, 2, LONGEST_WORD));
            }
        };
    }

    static Analyzer japanese() {
        return new Cleaned() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.SEARCH);
                TokenStream tokens = new JapaneseBaseFormFilter(words);
                tokens = new JapanesePartOfSpeechStopFilter(tokens, JapaneseAnalyzer.getDefaultStopTags());
                tokens = new StopFilter(tokens, JapaneseAnalyzer.getDefaultStopSet());
                tokens = new LowerCaseFilter(new JapaneseKatakanaStemFilter(tokens));
                return new TokenStreamComponents(words, new LengthFilter(tokens, 1, LONGEST_WORD));
            }
        };
    }

    /** Two words that stand side by side: "fuel cell" says more than either. */
    static Analyzer pairs(Analyzer words) {
        return new AnalyzerWrapper(Analyzer.GLOBAL_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return words;
            }

            @Override
            protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
                var pairs = new ShingleFilter(components.getTokenStream(), 2, 2);
                pairs.setOutputUnigrams(false);
                pairs.setFillerToken("");
                return new TokenStreamComponents(components.getSource(), new Complete(pairs));
            }
        };
    }

    /** Leaves out pairs of which one word was left out before. */
    private static final class Complete extends FilteringTokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Complete(TokenStream pairs) {
            super(pairs);
        }

        @Override
        protected boolean accept() {
            return term.charAt(0) != ' ' && term.charAt(term.length() - 1) != ' ';
        }
    }

    /** Reads past markup and unseen characters, and takes full-width letters for what they are. */
    private abstract static class Cleaned extends Analyzer {

        @Override
        protected Reader initReader(String field, Reader reader) {
            return cleaned(reader);
        }
    }

    private static Reader cleaned(Reader reader) {
        return new CJKWidthCharFilter(new HTMLStripCharFilter(new SeenLetters(reader)));
    }

    /**
     * The words of a Japanese text that are written in Latin letters, such as {@code MOSFET}: an English text may have
     * them too.
     */
    static String latin(String text) {
        return LATIN.matcher(Normalizer.normalize(readable(text), Normalizer.Form.NFKC))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" "));
    }

    /** A text without markup and unseen characters. */
    static String readable(String text) {
        try (var reader = cleaned(new StringReader(text))) {
            return IOUtils.toString(reader).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
