package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * The words, and the pairs of words, that stand for a whole text in a search of the other side's texts, the most
 * significant first. What many texts of the text's own kind use ("shall", "proposed effort") says little and weighs
 * less.
 */
public final class SearchWords {

    /** More words cost time and find nothing more; the same holds for pairs. */
    private static final int LIMIT = 200;

    /** So many words, and so many pairs, nominate what all of them find: the rarest say where to look. */
    private static final int LEADING = 30;

    /** A pair repeats what its two words have said already. */
    private static final double PAIR = 0.8;

    /** In a small index even a telling word stands in every tenth text. */
    private static final int FEW = 10;

    /**
     * Of texts that have nothing to do with each other, two of a hundred come so near by their words; of pairs that are
     * known to be right, ninety-eight.
     */
    private static final double SOME = 0.09;

    /** Nearer is hardly one of a hundred, but ninety-four of the right ones. */
    private static final double ENOUGH = 0.12;

    /** Of a text so many times as long as the other one, no more counts: a book may well have a chapter on it. */
    private static final double CHAPTER = 3;

    private final List<Word> words;
    private final Gist gist;
    private final TextLanguage language;

    private SearchWords(List<Word> words, Gist gist, TextLanguage language) {
        this.words = words;
        this.gist = gist;
        this.language = language;
    }

    /**
     * The text by its words alone, each by how often it stands there and how rare it is on both sides.
     *
     * @param length of the vector of these weights
     * @param rarity of a word of the text, squared, on average
     */
    private record Gist(Map<String, Double> rarities, Map<String, Double> weights, double length, double rarity) {

        static Gist of(Map<String, Occurrence> words, String field, IndexReader own, IndexReader others) {
            Map<String, Double> rarities = new HashMap<>();
            Map<String, Double> weights = new HashMap<>();
            double all = own.maxDoc() + others.maxDoc();
            double squares = 0;
            double often = 0;
            for (Occurrence word : words.values()) {
                double there = documents(own, field, word.term) + documents(others, field, word.term);
                double rarity = Math.log(1 + (all - there + 0.5) / (there + 0.5));
                rarities.put(word.term, rarity);
                weights.put(word.term, word.often() * rarity);
                squares += Math.pow(word.often() * rarity, 2);
                often += Math.pow(word.often(), 2);
            }
            return new Gist(rarities, weights, Math.sqrt(squares), often == 0 ? 0 : squares / often);
        }

        /**
         * How near another text is, whose words are taken to be as rare as this one's on average: the cosine, but for texts
         * of very different length.
         */
        double nearness(Map<String, Occurrence> other) {
            double product = 0;
            double often = 0;
            for (Occurrence word : other.values()) {
                product += weights.getOrDefault(word.term, 0.0) * word.often() * rarities.getOrDefault(word.term, 0.0);
                often += Math.pow(word.often(), 2);
            }
            double otherLength = Math.sqrt(often * rarity);
            double shorter = Math.min(length, otherLength);
            double longer = Math.min(Math.max(length, otherLength), CHAPTER * shorter);
            return product == 0 ? 0 : product / (shorter * longer);
        }
    }

    /**
     * @param term the word or pair as it is indexed in the field
     * @param spelling as the text writes it
     * @param telling whether it is rare enough among the other side's texts to be named as a reason
     */
    private record Word(
            String field, String term, String spelling, float weight, double significance, boolean telling) {}

    /** Both indexes are counted with what was deleted and not yet merged away, as their word counts are too. */
    static SearchWords of(String text, TextLanguage language, IndexReader own, IndexReader others) {
        Map<String, Occurrence> words = occurrences(text, language.wordAnalyser());
        Map<String, Occurrence> pairs = occurrences(text, language.pairAnalyser());
        pairs.values()
                .forEach(pair -> pair.spelling = Stream.of(StringUtils.split(pair.term, ' '))
                        .map(word -> words.containsKey(word) ? words.get(word).spelling : word)
                        .collect(Collectors.joining(language.betweenWords())));
        List<Word> known = new ArrayList<>(significant(words, language.words(), 1, own, others));
        known.addAll(significant(pairs, language.pairs(), PAIR, own, others));
        known.sort(Comparator.comparingDouble(Word::significance).reversed().thenComparing(Word::term));
        return new SearchWords(List.copyOf(known), Gist.of(words, language.words(), own, others), language);
    }

    private static List<Word> significant(
            Map<String, Occurrence> occurrences, String field, double share, IndexReader own, IndexReader others) {
        List<Word> known = new ArrayList<>();
        for (Occurrence word : occurrences.values()) {
            int among = documents(others, field, word.term);
            if (among > 0) {
                double weight = share
                        * (1 + Math.log(word.count))
                        * Math.sqrt(Math.log((own.maxDoc() + 1.0) / (documents(own, field, word.term) + 0.5) + 1));
                double rarity = Math.log(1 + (others.maxDoc() - among + 0.5) / (among + 0.5));
                boolean telling = among <= Math.max(FEW, others.maxDoc() / 10) && !StringUtils.isNumeric(word.term);
                known.add(new Word(field, word.term, word.spelling, (float) weight, weight * rarity, telling));
            }
        }
        known.sort(Comparator.comparingDouble(Word::significance).reversed().thenComparing(Word::term));
        return known.subList(0, Math.min(LIMIT, known.size()));
    }

    /** How many different words of the text the other side's texts know. */
    public int count() {
        return (int) words.stream()
                .filter(word -> word.field.equals(language.words()))
                .count();
    }

    /** Where the index keeps such words. */
    String field() {
        return language.words();
    }

    /** Each word and pair by its weight; a text's score is their sum. */
    List<Query> queries() {
        return words.stream().map(SearchWords::query).toList();
    }

    /** What finds the texts that are worth their sum: the most significant words and pairs alone. */
    Query leading() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (boolean pair : new boolean[] {false, true}) {
            words.stream()
                    .filter(word -> word.field.equals(language.pairs()) == pair)
                    .limit(LEADING)
                    .forEach(word -> query.add(query(word), BooleanClause.Occur.SHOULD));
        }
        return query.build();
    }

    private static Query query(Word word) {
        return new BoostQuery(new TermQuery(new Term(word.field, word.term)), word.weight);
    }

    /**
     * What two texts have in common.
     *
     * @param named the most significant telling words and pairs, as the searching text spells them
     * @param words how many telling words there are, named or not
     * @param nearness of both texts by all their words, 0 to 1
     */
    public record Shared(List<String> named, long words, double nearness) {

        /** Whether it may be more than what chance brings together. */
        public boolean some() {
            return words >= 2 && nearness >= SOME;
        }

        /** Whether it is. */
        public boolean enough() {
            return words >= 3 && nearness >= ENOUGH;
        }
    }

    public Shared sharedWith(String other, int limit) {
        Map<String, Set<String>> there = terms(other);
        List<Word> shared = words.stream()
                .filter(word ->
                        word.telling && there.getOrDefault(word.field, Set.of()).contains(word.term))
                .toList();
        List<String> named = new ArrayList<>();
        for (Word word : shared) {
            if (named.size() < limit && named.stream().noneMatch(said -> said.contains(word.spelling))) {
                named.removeIf(word.spelling::contains);
                named.add(word.spelling);
            }
        }
        return new Shared(
                named,
                shared.stream()
                        .filter(word -> word.field.equals(language.words()))
                        .count(),
                gist.nearness(occurrences(other, language.wordAnalyser())));
    }

    /** A part of a text that the other one has too, or has not. */
    public record Piece(String text, boolean shared) {}

    /**
     * A text in pieces, so that what both have can be set off.
     *
     * @param text the searching one or the other
     * @param other the one beside it
     */
    public List<Piece> marked(String text, String other) {
        Map<String, Set<String>> there = terms(other);
        Set<String> shared = words.stream()
                .filter(word ->
                        word.telling && there.getOrDefault(word.field, Set.of()).contains(word.term))
                .flatMap(word -> Stream.of(StringUtils.split(word.term, ' ')))
                .collect(Collectors.toSet());
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Place place : places(text, language.wordAnalyser())) {
            if (shared.contains(place.term) && place.from >= done) {
                pieces.add(new Piece(text.substring(done, place.from), false));
                pieces.add(new Piece(text.substring(place.from, place.to), true));
                done = place.to;
            }
        }
        pieces.add(new Piece(text.substring(done), false));
        pieces.removeIf(piece -> piece.text.isEmpty());
        return pieces;
    }

    private Map<String, Set<String>> terms(String text) {
        return Map.of(
                language.words(), occurrences(text, language.wordAnalyser()).keySet(),
                language.pairs(), occurrences(text, language.pairAnalyser()).keySet());
    }

    /** The words of a text as they are indexed, each once. */
    static Set<String> terms(String text, TextLanguage language) {
        return occurrences(text, language.wordAnalyser()).keySet();
    }

    private record Place(String term, int from, int to) {}

    private static final class Occurrence {
        private final String term;
        private String spelling;
        private int count;

        Occurrence(String term, String spelling) {
            this.term = term;
            this.spelling = spelling;
        }

        /** Each further time says less. */
        double often() {
            return 1 + Math.log(count);
        }
    }

    private static Map<String, Occurrence> occurrences(String text, Analyzer analyser) {
        Map<String, Occurrence> occurrences = new LinkedHashMap<>();
        for (Place place : places(text, analyser)) {
            occurrences.computeIfAbsent(
                            place.term, term -> new Occurrence(term, spelling(text.substring(place.from, place.to))))
                    .count++;
        }
        return occurrences;
    }

    private static List<Place> places(String text, Analyzer analyser) {
        List<Place> places = new ArrayList<>();
        try (var tokens = analyser.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                places.add(new Place(term.toString(), place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
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
