package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words that stand for a whole text in a search of the other side's texts, the most significant first. A word that
 * many texts of the text's own kind use ("shall", "proposed effort") says little and weighs less.
 */
public final class SearchWords {

    /** More words cost time and find nothing more. */
    private static final int LIMIT = 200;

    /** In a small index even a telling word stands in every tenth text. */
    private static final int FEW = 10;

    private final List<Word> words;
    private final Analyzer analyser;

    private SearchWords(List<Word> words, Analyzer analyser) {
        this.words = words;
        this.analyser = analyser;
    }

    /**
     * @param term the word as it is indexed
     * @param spelling the word as the text writes it
     * @param telling whether it is rare enough among the other side's texts to be named as a reason
     */
    private record Word(String term, String spelling, float weight, double significance, boolean telling) {}

    /** Both indexes are counted with what was deleted and not yet merged away, as their word counts are too. */
    static SearchWords of(String text, Analyzer analyser, String field, IndexReader own, IndexReader others) {
        List<Word> known = new ArrayList<>();
        for (Occurrence word : occurrences(text, analyser).values()) {
            int among = documents(others, field, word.term);
            if (among > 0) {
                double weight = (1 + Math.log(word.count))
                        * Math.sqrt(Math.log((own.maxDoc() + 1.0) / (documents(own, field, word.term) + 0.5) + 1));
                double rarity = Math.log(1 + (others.maxDoc() - among + 0.5) / (among + 0.5));
                boolean telling = among <= Math.max(FEW, others.maxDoc() / 10) && !StringUtils.isNumeric(word.term);
                known.add(new Word(word.term, word.spelling, (float) weight, weight * rarity, telling));
            }
        }
        known.sort(Comparator.comparingDouble(Word::significance).reversed().thenComparing(Word::term));
        return new SearchWords(List.copyOf(known.subList(0, Math.min(LIMIT, known.size()))), analyser);
    }

    /** How many different words of the text the other side's texts know. */
    public int count() {
        return words.size();
    }

    Query query(String field) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(
                new BoostQuery(new TermQuery(new Term(field, word.term)), word.weight), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    /** The most significant words that the other text has too, as this text spells them. */
    public List<String> sharedWith(String other, int limit) {
        Map<String, Occurrence> there = occurrences(other, analyser);
        return words.stream()
                .filter(word -> word.telling && there.containsKey(word.term))
                .map(Word::spelling)
                .distinct()
                .limit(limit)
                .toList();
    }

    private static final class Occurrence {
        private final String term;
        private final String spelling;
        private int count;

        Occurrence(String term, String spelling) {
            this.term = term;
            this.spelling = spelling;
        }
    }

    private static Map<String, Occurrence> occurrences(String text, Analyzer analyser) {
        Map<String, Occurrence> occurrences = new LinkedHashMap<>();
        try (var tokens = analyser.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                occurrences.computeIfAbsent(
                                term.toString(),
                                name -> new Occurrence(
                                        name, spelling(text.substring(place.startOffset(), place.endOffset()))))
                        .count++;
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return occurrences;
    }

    private static String spelling(String word) {
        return word.length() > 1 && StringUtils.isAllLowerCase(word.substring(1))
                ? word.toLowerCase(Locale.ROOT)
                : word;
    }

    private static int documents(IndexReader index, String field, String term) {
        try {
            return index.docFreq(new Term(field, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
