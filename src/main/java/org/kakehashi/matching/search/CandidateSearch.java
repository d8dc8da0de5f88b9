package org.kakehashi.matching.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;

/** Looks in the index of one side for what may answer a record of the other. */
@Component
public class CandidateSearch {

    /** In standard deviations: half of the pairs that are known to be right reach it, and nearly no others. */
    private static final double SURE = 8;

    /** In standard deviations: of a thousand texts that have nothing to do with each other, hardly one comes so near. */
    private static final double NEAR = 3;

    private final MatchingIndex index;
    private final TextVectors vectors;
    private final HubSearch hubs;
    private final HybridSearch search;
    private final double alike;
    private final double length;

    CandidateSearch(MatchingIndex index, TextVectors vectors, HubSearch hubs, ModelSettings settings) {
        this.index = index;
        this.vectors = vectors;
        this.hubs = hubs;
        this.search = new HybridSearch(settings.mix());
        this.alike = settings.alike();
        this.length = settings.length();
    }

    /**
     * What was found for a record.
     *
     * @param likeness of each record found, none of whose text is unlike: 1 for the likest text, 0 where only the
     *     classification agrees
     * @param words that the search looked for
     * @param read whether a model has read the record's text
     */
    public record Found(Map<String, Likeness> likeness, SearchWords words, boolean read) {

        public Likeness of(String number) {
            return likeness.getOrDefault(number, Likeness.NONE);
        }
    }

    /**
     * How alike two texts are.
     *
     * @param text 1 for the best of the search, 0 for no more than chance
     * @param meaning in standard deviations above the average text; none where a model has not read both
     * @param alike whether the two mean alike by any measure: among few texts even the nearest may have nothing to do
     *     with each other
     */
    public record Likeness(double text, @Nullable Double meaning, boolean alike) {

        static final Likeness NONE = new Likeness(0, null, false);
    }

    private boolean alike(HybridSearch.Hit hit) {
        return hit.meaning() != null && hit.meaning() >= NEAR && hit.cosine() != null && hit.cosine() >= alike;
    }

    /**
     * @param excluded numbers that shall not be found
     * @param group organisations whose records shall not be found, the record's own among them
     * @param depth how many shall be found by the text, and how many by the classification
     */
    public Found find(Profile record, Collection<String> excluded, Set<UUID> group, int depth) {
        index.catchUp();
        float[] vector = vectors.of(record);
        SideIndex own = index.of(record.side());
        SideIndex wanted = index.of(record.side().other());
        Query eligible = SideIndex.eligible(excluded, group);
        return own.read(kin -> wanted.read(searcher -> {
            var question = HybridSearch.Question.of(record, vector, kin, own.background(kin), searcher, eligible);
            Map<String, Likeness> found = new LinkedHashMap<>();
            List<HybridSearch.Hit> hits = search.search(
                    searcher,
                    wanted.background(searcher),
                    question.standingBack(
                            number -> hubs.of(record.side().other(), number, record.number()),
                            record.side() == Side.LICENSEE ? length : 0));
            hits.stream()
                    .filter(hit -> hit.score() > 0)
                    .limit(depth)
                    .forEach(hit -> found.put(
                            hit.number(), new Likeness(hit.score() / hits.get(0).score(), hit.meaning(), alike(hit))));
            if (!record.subclasses().isEmpty() || !record.fields().isEmpty()) {
                for (ScoreDoc hit : searcher.search(sameClassification(record, eligible), depth).scoreDocs) {
                    found.putIfAbsent(SideIndex.number(searcher, hit.doc), Likeness.NONE);
                }
            }
            Set<String> foreign = ForeignWords.of(record);
            if (!foreign.isEmpty()) {
                for (ScoreDoc hit : searcher.search(ForeignWords.query(record, foreign, eligible), depth).scoreDocs) {
                    found.putIfAbsent(SideIndex.number(searcher, hit.doc), Likeness.NONE);
                }
            }
            return new Found(found, question.words(), vector != null);
        }));
    }

    /**
     * The records of some side that are like another one.
     *
     * @param likeness up to 1, which half of all pairs reach that are right beyond doubt
     * @param alike those of them that a model reads as alike
     * @param words of the record
     */
    public record Kin(Map<String, Double> likeness, Set<String> alike, SearchWords words) {

        /** How like it is: half where that may be chance, 0 where it most likely is. */
        public double to(Profile other) {
            double like = likeness.getOrDefault(other.number(), 0.0);
            SearchWords.Shared shared = words.sharedWith(other.text(), 0);
            return alike.contains(other.number()) || shared.enough() ? like : shared.some() ? like / 2 : 0;
        }
    }

    /** How like a record the records of some side are, open or not, be it its own side. */
    public Kin kin(Profile record, Side side, int depth) {
        index.catchUp();
        float[] vector = vectors.of(record);
        SideIndex own = index.of(record.side());
        SideIndex wanted = index.of(side);
        return own.read(kin -> wanted.read(searcher -> {
            var question = HybridSearch.Question.of(
                    record, vector, kin, own.background(kin), searcher, SideIndex.others(record));
            Map<String, Double> like = new LinkedHashMap<>();
            Set<String> alike = new HashSet<>();
            search.search(searcher, wanted.background(searcher).without(searcher, record.number()), question).stream()
                    .filter(hit -> hit.score() > NEAR)
                    .limit(depth)
                    .forEach(hit -> {
                        like.put(hit.number(), Math.min(1, hit.score() / SURE));
                        if (alike(hit)) {
                            alike.add(hit.number());
                        }
                    });
            return new Kin(like, alike, question.words());
        }));
    }

    /** The words for which a record would look among the other side's. */
    public SearchWords words(Profile record) {
        return index.of(record.side()).read(kin -> index.of(record.side().other())
                .read(searcher -> SearchWords.of(
                        record.text(), TextLanguage.of(record), kin.getIndexReader(), searcher.getIndexReader())));
    }

    /**
     * How like each record of one side is to the likest of some examples of that side, 0 to 1, by what sets them apart
     * from all others; 0 where no model has read them.
     */
    public Map<String, Double> likeness(List<Profile> records, List<Profile> examples) {
        if (records.isEmpty() || examples.isEmpty()) {
            return Map.of();
        }
        SideIndex side = index.of(records.get(0).side());
        return side.read(searcher -> {
            float[] usual = side.background(searcher).direction();
            List<float[]> there = List.copyOf(distinct(examples, usual).values());
            Map<String, Double> likeness = new HashMap<>();
            distinct(records, usual).forEach((number, vector) -> there.stream()
                    .mapToDouble(example -> VectorUtil.dotProduct(vector, example))
                    .max()
                    .ifPresent(most -> likeness.put(number, Math.max(0, most))));
            return likeness;
        });
    }

    private Map<String, float[]> distinct(List<Profile> records, float @Nullable [] usual) {
        Map<String, float[]> distinct = vectors.kept(records);
        if (usual != null) {
            distinct.replaceAll((number, vector) -> Vectors.normalised(Vectors.without(vector, usual, 1)));
        }
        return distinct;
    }

    private static Query sameClassification(Profile record, Query eligible) {
        var any = new BooleanQuery.Builder();
        record.mainGroups()
                .forEach(group -> any.add(symbol(SideIndex.MAIN_GROUP, group, 3), BooleanClause.Occur.SHOULD));
        record.subclasses()
                .forEach(subclass -> any.add(symbol(SideIndex.SUBCLASS, subclass, 2), BooleanClause.Occur.SHOULD));
        record.fields().forEach(field -> any.add(symbol(SideIndex.FIELD, field.name(), 1), BooleanClause.Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), BooleanClause.Occur.MUST)
                .add(eligible, BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query symbol(String field, String symbol, float boost) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, symbol))), boost);
    }
}
