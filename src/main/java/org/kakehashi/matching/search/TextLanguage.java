package org.kakehashi.matching.search;

import org.apache.lucene.analysis.Analyzer;

/** A language that the search reads, with the fields and analysers of its words and of its pairs of words. */
enum TextLanguage {
    ENGLISH("englishText", "englishPairs", TextAnalysis.english(), " "),
    JAPANESE("japaneseText", "japanesePairs", TextAnalysis.japanese(), "");

    private final String words;
    private final String pairs;
    private final Analyzer wordAnalyser;
    private final Analyzer pairAnalyser;
    private final String betweenWords;

    TextLanguage(String words, String pairs, Analyzer wordAnalyser, String betweenWords) {
        this.words = words;
        this.pairs = pairs;
        this.wordAnalyser = wordAnalyser;
        this.pairAnalyser = TextAnalysis.pairs(wordAnalyser);
        this.betweenWords = betweenWords;
    }

    static TextLanguage of(Profile record) {
        return record.japanese() ? JAPANESE : ENGLISH;
    }

    /** The field of the words, and the name of their analyser. */
    String words() {
        return words;
    }

    /** The field of the pairs, and the name of their analyser. */
    String pairs() {
        return pairs;
    }

    Analyzer wordAnalyser() {
        return wordAnalyser;
    }

    Analyzer pairAnalyser() {
        return pairAnalyser;
    }

    /** What stands between two words in writing. */
    String betweenWords() {
        return betweenWords;
    }
}
