package org.kakehashi.matching.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.SmallFloat;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Looks in one side's records for those whose text is like a given one, by its words and by its meaning. Both are told
 * in standard deviations above the average record, which makes them comparable, and added by their shares.
 */
final class HybridSearch {

    /**
     * How the two are mixed.
     *
     * @param meaning the share of the meaning in a text's score, 0 to 1; the words have the rest
     * @param hub how much of what the searching text has in common with all of its kind is taken out of its meaning, so
     *     that records which resemble everything do not stand before those which resemble this one
     * @param pool how many the words nominate, and how many the meaning
     */
    record Mix(double meaning, double hub, int pool) {}

    /**
     * A record that was found.
     *
     * @param score in standard deviations above the average record, less what makes it stand back
     * @param words the words' part, neither multiplied by its share nor lessened
     * @param meaning the meaning's part, likewise; none where no model has read one of the two texts
     * @param cosine of the angle between the directions of both whole texts; none where {@code meaning} is
     */
    record Hit(
            String number,
            double score,
            double words,
            @Nullable Double meaning,
            @Nullable Double cosine) {}

    /**
     * What is looked for.
     *
     * @param vector of the searching text; none where no model has read it
     * @param kin the average direction of the texts of its kind; none where unknown
     * @param eligible which records may be found
     * @param crowd by how much a record's words stand back as they bring it up for many others too, in standard deviations
     * @param length by how much the meaning of a record e times as long as the average stands back, in standard deviations;
     *     a shorter one's stands forward
     */
    record Question(
            SearchWords words,
            float @Nullable [] vector,
            float @Nullable [] kin,
            Query eligible,
            ToDoubleFunction<String> crowd,
            double length) {

        /** In which no record stands back. */
        static Question of(
                Profile record,
                float @Nullable [] vector,
                IndexSearcher own,
                Background ofOwn,
                IndexSearcher wanted,
                Query eligible) {
            return new Question(
                    SearchWords.of(
                            record.text(), TextLanguage.of(record), own.getIndexReader(), wanted.getIndexReader()),
                    vector,
                    ofOwn.direction(),
                    eligible,
                    number -> 0,
                    0);
        }

        Question standingBack(ToDoubleFunction<String> crowd, double length) {
            return new Question(words, vector, kin, eligible, crowd, length);
        }
    }

    private static final class Scores {
        private final boolean nominated;
        private double words;
        private @Nullable Double meaning;
        private @Nullable Double cosine;
        private double length;

        Scores(boolean nominated) {
            this.nominated = nominated;
        }
    }

    private static final int UNLIKE = 30;

    /** A text so many times as long or as short as the average counts as no longer and no shorter. */
    private static final double EXTREME = 3;

    private final Mix mix;

    HybridSearch(Mix mix) {
        this.mix = mix;
    }

    /** Best first: what the words or the meaning nominated. */
    List<Hit> search(IndexSearcher searcher, Background background, Question question) throws IOException {
        boolean anyWord = question.words.count() > 0;
        float[] direction = direction(question);
        var scores = new TreeMap<Integer, Scores>();
        if (anyWord) {
            nominate(searcher.search(both(question.words.leading(), question.eligible), mix.pool).scoreDocs, scores);
        }
        if (direction != null) {
            var near = new KnnFloatVectorQuery(SideIndex.VECTOR, direction, mix.pool, question.eligible);
            nominate(searcher.search(near, mix.pool).scoreDocs, scores);
        }
        for (int doc : background.sample()) {
            scores.putIfAbsent(doc, new Scores(false));
        }
        List<Weight> words = new ArrayList<>();
        for (Query word : question.words.queries()) {
            words.add(searcher.createWeight(searcher.rewrite(word), ScoreMode.COMPLETE, 1));
        }
        CollectionStatistics texts = searcher.collectionStatistics(question.words.field());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            var there = scores.subMap(leaf.docBase, leaf.docBase + leaf.reader().maxDoc());
            if (!there.isEmpty()) {
                scoreWords(leaf, words, there);
                scoreMeaning(leaf, question.vector, direction, there);
                if (texts != null && question.length != 0) {
                    measure(leaf, texts, there);
                }
            }
        }
        return ranked(searcher, scores, background, question);
    }

    private float @Nullable [] direction(Question question) {
        return question.vector == null || question.kin == null
                ? question.vector
                : Vectors.normalised(Vectors.without(question.vector, question.kin, mix.hub));
    }

    private static Query both(Query query, Query eligible) {
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(eligible, BooleanClause.Occur.FILTER)
                .build();
    }

    private static void nominate(ScoreDoc[] hits, Map<Integer, Scores> scores) {
        for (ScoreDoc hit : hits) {
            scores.putIfAbsent(hit.doc, new Scores(true));
        }
    }

    /** Word by word, as each then skips what it does not stand in. */
    private static void scoreWords(LeafReaderContext leaf, List<Weight> words, SortedMap<Integer, Scores> scores)
            throws IOException {
        for (Weight word : words) {
            Scorer scorer = word.scorer(leaf);
            if (scorer != null) {
                DocIdSetIterator places = scorer.iterator();
                for (var entry : scores.entrySet()) {
                    int doc = entry.getKey() - leaf.docBase;
                    if (places.docID() < doc && places.advance(doc) == DocIdSetIterator.NO_MORE_DOCS) {
                        break;
                    }
                    if (places.docID() == doc) {
                        entry.getValue().words += scorer.score();
                    }
                }
            }
        }
    }

    private static void scoreMeaning(
            LeafReaderContext leaf,
            float @Nullable [] vector,
            float @Nullable [] direction,
            SortedMap<Integer, Scores> scores)
            throws IOException {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(SideIndex.VECTOR);
        if (vector == null || direction == null || vectors == null) {
            return;
        }
        for (var entry : scores.entrySet()) {
            int doc = entry.getKey() - leaf.docBase;
            if ((vectors.docID() >= doc ? vectors.docID() : vectors.advance(doc)) == doc) {
                float[] there = vectors.vectorValue();
                entry.getValue().meaning = (double) VectorUtil.dotProduct(direction, there);
                entry.getValue().cosine = (double) VectorUtil.dotProduct(vector, there);
            }
        }
    }

    /** The logarithm of how many times as long as the average each text is. */
    private static void measure(LeafReaderContext leaf, CollectionStatistics texts, SortedMap<Integer, Scores> scores)
            throws IOException {
        NumericDocValues lengths = leaf.reader().getNormValues(texts.field());
        double average = (double) texts.sumTotalTermFreq() / texts.docCount();
        for (var entry : scores.entrySet()) {
            if (lengths != null && lengths.advanceExact(entry.getKey() - leaf.docBase)) {
                double times = SmallFloat.byte4ToInt((byte) lengths.longValue()) / average;
                entry.getValue().length = Math.log(Math.min(EXTREME, Math.max(1 / EXTREME, times)));
            }
        }
    }

    private List<Hit> ranked(
            IndexSearcher searcher, TreeMap<Integer, Scores> scores, Background background, Question question)
            throws IOException {
        var words = Spread.of(background, scores, found -> found.words);
        var meaning = Spread.of(background, scores, found -> found.meaning);
        scores.values().removeIf(found -> !found.nominated);
        for (Scores found : scores.values()) {
            found.words = words.deviations(found.words);
            found.meaning = found.meaning == null ? null : meaning.deviations(found.meaning);
        }
        double usual = usualMeaning(scores.values());
        List<Hit> hits = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BinaryDocValues numbers = DocValues.getBinary(leaf.reader(), SideIndex.NUMBER);
            for (var entry : scores.subMap(
                            leaf.docBase, leaf.docBase + leaf.reader().maxDoc())
                    .entrySet()) {
                numbers.advanceExact(entry.getKey() - leaf.docBase);
                Scores found = entry.getValue();
                String number = numbers.binaryValue().utf8ToString();
                double byWords = found.words - question.crowd.applyAsDouble(number);
                double byMeaning =
                        found.meaning == null ? usual * byWords : found.meaning - question.length * found.length;
                hits.add(new Hit(
                        number,
                        (1 - mix.meaning) * byWords + mix.meaning * byMeaning,
                        found.words,
                        found.meaning,
                        found.cosine));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::number));
        return hits;
    }

    /** How much meaning usually comes with so many words, which is supposed of a text that no model has read. */
    private static double usualMeaning(Iterable<Scores> nominated) {
        double words = 0;
        double meaning = 0;
        for (Scores found : nominated) {
            if (found.meaning != null && found.words > 0) {
                words += found.words;
                meaning += Math.max(0, found.meaning);
            }
        }
        return words == 0 ? 1 : meaning / words;
    }

    /**
     * The average and the standard deviation of a score among the records of one side, to which some are added that
     * have nothing in common with the text: where there are few records, each of them may be a good one.
     */
    private record Spread(double average, double deviation) {

        static Spread of(Background background, Map<Integer, Scores> scores, Function<Scores, @Nullable Double> score) {
            List<Double> values = new ArrayList<>();
            for (int doc : background.sample()) {
                Double value = score.apply(Objects.requireNonNull(scores.get(doc)));
                if (value != null) {
                    values.add(value);
                }
            }
            double count = values.size() + UNLIKE;
            double average = values.stream().mapToDouble(value -> value).sum() / count;
            double squares = values.stream().mapToDouble(value -> value * value).sum() / count;
            double deviation = Math.sqrt(Math.max(0, squares - average * average));
            return new Spread(average, deviation > 0 ? deviation : 1);
        }

        double deviations(double score) {
            return (score - average) / deviation;
        }
    }
}
