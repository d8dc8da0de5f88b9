package org.kakehashi.portal.search;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseIterationMarkCharFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.kakehashi.platform.search.SeenLetters;
import org.springframework.stereotype.Component;

/**
 * How texts of published records become words: the same word in any width of letters, in hiragana or katakana, with or
 * without its prolonged sound mark, in the singular or the plural.
 */
@Component
class PortalAnalysis implements LuceneAnalysisConfigurer, ElasticsearchAnalysisConfigurer {

    /** The name of the analysis of lines of words. */
    static final String WORDS = "words";

    /** Latin words as they are written, for beginnings of words and for help with spelling. */
    static final Analyzer PLAIN = plain();

    private static final int LONGEST_WORD = 60;

    /** What stands for a prolonged sound mark after katakana: hyphens, dashes and bars of many kinds. */
    private static final Pattern FALSE_SOUND_MARK =
            Pattern.compile("(?<=[\\u30A1-\\u30FA\\u30FC])[-\\u2010-\\u2015\\u2212\\u2500]");

    private static final NormalizeCharMap SPELLINGS = spellings();

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(WORDS).instance(Words.ofLine());
        for (Tongue tongue : Tongue.values()) {
            context.analyzer(tongue.analyserName()).instance(tongue.analyser());
        }
        context.analyzer(Fields.PLAIN).instance(PLAIN);
    }

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        context.tokenFilter("gaps").type("stop").param("stopwords", Words.GAP);
        Stream.concat(Stream.of(WORDS, Fields.PLAIN), Stream.of(Tongue.values()).map(Tongue::analyserName))
                .forEach(name ->
                        context.analyzer(name).custom().tokenizer("whitespace").tokenFilters("gaps"));
    }

    static Analyzer english() {
        return new Normalised() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream tokens = new StopFilter(folded(words), EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
                tokens = new KStemFilter(tokens);
                return new TokenStreamComponents(words, new LengthFilter(tokens, 1, LONGEST_WORD));
            }
        };
    }

    static Analyzer japanese() {
        return new Normalised() {
            @Override
            protected Reader initReader(String field, Reader reader) {
                Reader even = new PatternReplaceCharFilter(FALSE_SOUND_MARK, "ー", super.initReader(field, reader));
                return new JapaneseIterationMarkCharFilter(new MappingCharFilter(SPELLINGS, even), true, true);
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.SEARCH);
                TokenStream tokens = new JapaneseBaseFormFilter(words);
                tokens = new JapanesePartOfSpeechStopFilter(tokens, JapaneseAnalyzer.getDefaultStopTags());
                tokens = new StopFilter(tokens, JapaneseAnalyzer.getDefaultStopSet());
                tokens = new Katakana(tokens);
                tokens = new LowerCaseFilter(new JapaneseKatakanaStemFilter(tokens));
                return new TokenStreamComponents(words, new LengthFilter(tokens, 1, LONGEST_WORD));
            }
        };
    }

    private static Analyzer plain() {
        return new Normalised() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, new LengthFilter(folded(words), 1, LONGEST_WORD));
            }

            @Override
            protected TokenStream normalize(String field, TokenStream word) {
                return new ASCIIFoldingFilter(new LowerCaseFilter(word));
            }
        };
    }

    private static TokenStream folded(TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
    }

    /** Reads past markup and unseen characters, and takes letters of any width for what they are. */
    private abstract static class Normalised extends Analyzer {

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new CJKWidthCharFilter(new HTMLStripCharFilter(new SeenLetters(reader)));
        }

        @Override
        protected Reader initReaderForNormalization(String field, Reader reader) {
            return new CJKWidthCharFilter(reader);
        }
    }

    /** Writes a word's hiragana as katakana. */
    private static final class Katakana extends TokenFilter {

        private static final char FIRST = 'ぁ';
        private static final char LAST = 'ゖ';

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Katakana(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            char[] letters = term.buffer();
            for (int i = 0; i < term.length(); i++) {
                if (letters[i] >= FIRST && letters[i] <= LAST) {
                    letters[i] += 'ァ' - FIRST;
                }
            }
            return true;
        }
    }

    /** Sounds that are written in two ways. */
    private static NormalizeCharMap spellings() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add("ヴァ", "バ");
        map.add("ヴィ", "ビ");
        map.add("ヴェ", "ベ");
        map.add("ヴォ", "ボ");
        map.add("ヴ", "ブ");
        map.add("ヂ", "ジ");
        map.add("ヅ", "ズ");
        return map.build();
    }
}
