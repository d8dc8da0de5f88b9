package org.kakehashi.matching.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.kakehashi.RealInput;
import org.kakehashi.shared.Side;

/**
 * How well each strategy finds the seed that is known to answer a need, on real needs and seeds whose titles are
 * withheld.
 */
final class Relevance {

    private static final TextLanguage LANGUAGE = TextLanguage.ENGLISH;
    private static final int DEPTH = 100;

    /** Every ninth need tells what needs have in common. */
    private static final int KIN = 9;

    /** Every third need tells what comes up whatever they ask. */
    private static final int CROWDING = 3;

    /** As in the product. */
    private static final double CROWD = 0.85;

    private static final double LENGTH = 1;

    private final Map<String, String> needs;
    private final Map<String, String> awards;
    private final Map<String, Set<String>> answers;
    private final RealTexts texts;
    private final SideIndex ownKind;
    private final SideIndex seeds;
    private final Hubs hubs;

    /** Each need among all seeds. */
    static Relevance ofAll() throws IOException {
        return new Relevance(true, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** By words alone. */
    static Relevance byWords() throws IOException {
        return new Relevance(false, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The first needs, among their own answers and those of the next ones, so many times as many. */
    static Relevance ofAFew(int needs, int times) throws IOException {
        return new Relevance(true, needs, needs * times);
    }

    private Relevance(boolean byMeaning, int asking, int among) throws IOException {
        RealInput.assumeThere();
        Map<String, Set<String>> known = RealInput.answers();
        Set<String> answering =
                known.values().stream().limit(among).flatMap(Set::stream).collect(Collectors.toSet());
        answers = new LinkedHashMap<>();
        known.entrySet().stream().limit(asking).forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        needs = RealTexts.of(RealInput.TOPICS, "description");
        awards = RealTexts.of(RealInput.AWARDS, "abstract");
        if (among < known.size()) {
            awards.keySet().retainAll(answering);
            needs.keySet().retainAll(known.keySet());
        }
        texts = new RealTexts(byMeaning ? TextModel.english(1) : null);
        List<SideIndex> both = Stream.of(Side.LICENSEE, Side.LICENSOR)
                .parallel()
                .map(side -> side == Side.LICENSEE
                        ? texts.index(side, needs, asking < known.size() ? answers.keySet() : kin())
                        : texts.index(side, awards, awards.keySet()))
                .toList();
        ownKind = both.get(0);
        seeds = both.get(1);
        hubs = byMeaning && among >= known.size() ? hubs() : Hubs.NONE;
    }

    /** By needs of which it is not known what answers them. */
    private Hubs hubs() {
        List<String> asking = everyNth(CROWDING)
                .filter(need -> !answers.containsKey(need)
                        && !needs.getOrDefault(need, "").isBlank())
                .toList();
        var found = new Hubs(asking.size());
        Map<String, List<HybridSearch.Hit>> lists = new ConcurrentHashMap<>();
        asking.parallelStream()
                .forEach(need -> lists.put(need, hits(Strategy.WORDS_AND_PAIRS.mix(), 0, 0, null, need)));
        lists.forEach(found::add);
        System.out.println("Hubs by " + asking.size() + " other needs");
        return found;
    }

    private Set<String> kin() {
        var kin = new TreeSet<>(answers.keySet());
        everyNth(KIN).forEach(kin::add);
        return kin;
    }

    private Stream<String> everyNth(int n) {
        return needs.keySet().stream().filter(need -> Integer.parseInt(need.substring(1)) % n == 0);
    }

    /** From a text to what is looked for in the seeds. */
    enum Strategy {
        MORE_LIKE_THIS("Lucene's MoreLikeThis as it comes"),
        WORDS("words, damped by the needs"),
        WORDS_AND_PAIRS("words and pairs"),
        WITHOUT_MODEL("the same, and hubs stand back: no model"),
        MEANING("meaning alone"),
        DISTINCT_MEANING("meaning without what all needs share"),
        MIXED("words, pairs and meaning"),
        MIXED_DISTINCT("the same without what all needs share"),
        STANDING_BACK("the same, and the words of hubs stand back"),
        PRODUCT("the same, and long seeds stand back");

        private final String described;

        Strategy(String described) {
            this.described = described;
        }

        HybridSearch.Mix mix() {
            return switch (this) {
                case MEANING -> new HybridSearch.Mix(1, 0, 300);
                case DISTINCT_MEANING -> new HybridSearch.Mix(1, 1, 300);
                case MIXED -> new HybridSearch.Mix(0.7, 0, 300);
                default -> new HybridSearch.Mix(0.7, 1, 300);
            };
        }

        double crowd() {
            return switch (this) {
                case WITHOUT_MODEL, STANDING_BACK, PRODUCT -> CROWD;
                default -> 0;
            };
        }

        boolean reads() {
            return this != WORDS_AND_PAIRS && this != WITHOUT_MODEL;
        }

        double length() {
            return this == PRODUCT ? LENGTH : 0;
        }
    }

    void everyStrategySideBySide() {
        Map<Strategy, List<Measures>> all = new LinkedHashMap<>();
        for (Strategy strategy : Strategy.values()) {
            long start = System.nanoTime();
            List<Measures> measured = measure(strategy);
            double seconds = (System.nanoTime() - start) / 1e9;
            all.put(strategy, measured);
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %s  %4.0f needs a second%n",
                    strategy.described,
                    Measures.mean(measured),
                    measured.size() / seconds);
        }
        List<Measures> ours = Objects.requireNonNull(all.remove(Strategy.PRODUCT));
        all.forEach((strategy, measured) -> System.out.printf(
                Locale.ROOT,
                "The product beside %-42s p = %.4f for nDCG@10, %.4f for recall@100 (paired randomisation)%n",
                strategy.described,
                Measures.chance(ours, measured, Measures::ndcg),
                Measures.chance(ours, measured, Measures::recall)));
    }

    /** The share of the meaning, chosen on every second need and measured on the others, and the other way round. */
    void theShareChosenOnHalfOfTheNeeds() {
        Map<Double, List<Measures>> all = new LinkedHashMap<>();
        for (double share : new double[] {0.4, 0.5, 0.6, 0.7, 0.8}) {
            all.put(share, measure(new HybridSearch.Mix(share, 1, 300), CROWD, LENGTH));
        }
        chosenOnHalf("share of the meaning", all);
    }

    /** How far hubs stand back, in the same way. */
    void theCrowdChosenOnHalfOfTheNeeds() {
        Map<Double, List<Measures>> all = new LinkedHashMap<>();
        for (double crowd : new double[] {0, 0.25, 0.5, 0.75, 1, 1.25}) {
            all.put(crowd, measure(Strategy.PRODUCT.mix(), crowd, LENGTH));
        }
        chosenOnHalf("hubs stand back by", all);
    }

    /** How far long seeds stand back, in the same way. */
    void theLengthChosenOnHalfOfTheNeeds() {
        Map<Double, List<Measures>> all = new LinkedHashMap<>();
        for (double length : new double[] {0, 0.3, 0.5, 0.7, 1}) {
            all.put(length, measure(Strategy.PRODUCT.mix(), CROWD, length));
        }
        chosenOnHalf("long seeds stand back by", all);
    }

    private List<Measures> measure(HybridSearch.Mix mix, double crowd, double length) {
        return List.copyOf(answers.entrySet()).parallelStream()
                .map(answer -> Measures.of(
                        hits(mix, crowd, length, texts.vector(needs.getOrDefault(answer.getKey(), "")), answer.getKey())
                                .stream()
                                .map(HybridSearch.Hit::number)
                                .limit(DEPTH)
                                .toList(),
                        answer.getValue()))
                .toList();
    }

    private static void chosenOnHalf(String what, Map<Double, List<Measures>> all) {
        all.forEach((share, measured) -> System.out.printf(
                Locale.ROOT,
                "%s %.2f                      %s  even %.3f  odd %.3f%n",
                what,
                share,
                Measures.mean(measured),
                Measures.mean(half(measured, 0)).ndcg(),
                Measures.mean(half(measured, 1)).ndcg()));
        for (int chosenOn = 0; chosenOn < 2; chosenOn++) {
            int half = chosenOn;
            double best = all.entrySet().stream()
                    .max(Comparator.comparingDouble(
                            entry -> Measures.mean(half(entry.getValue(), half)).ndcg()))
                    .orElseThrow()
                    .getKey();
            System.out.printf(
                    Locale.ROOT,
                    "chosen on one half: %.2f; on the other half %s%n",
                    best,
                    Measures.mean(half(Objects.requireNonNull(all.get(best)), 1 - half)));
        }
    }

    private static List<Measures> half(List<Measures> all, int rest) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == rest)
                .mapToObj(all::get)
                .toList();
    }

    /**
     * An adviser declines the first three wrong seeds of each list as the wrong field: what becomes of the rest, once
     * those three are gone and once searches learn from them as well.
     */
    void whatDeclinedSeedsTeach() {
        for (double weight : new double[] {0, 0.1, 0.2, 0.4}) {
            List<Measures> measured = List.copyOf(answers.entrySet()).parallelStream()
                    .map(answer -> Measures.of(learned(answer.getKey(), answer.getValue(), weight), answer.getValue()))
                    .toList();
            System.out.printf(
                    Locale.ROOT, "lessons weigh %.1f                          %s%n", weight, Measures.mean(measured));
        }
    }

    private List<String> learned(String need, Set<String> right, double weight) {
        List<HybridSearch.Hit> hits = hits(Strategy.PRODUCT, need);
        List<HybridSearch.Hit> declined = hits.stream()
                .limit(10)
                .filter(hit -> !right.contains(hit.number()))
                .limit(3)
                .toList();
        float[] usual = seeds.read(searcher -> seeds.background(searcher).direction());
        List<float[]> examples = new ArrayList<>();
        for (HybridSearch.Hit wrong : declined) {
            examples.add(distinct(wrong.number(), usual));
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        for (HybridSearch.Hit hit : hits.subList(0, Math.min(DEPTH, hits.size()))) {
            if (!declined.contains(hit)) {
                float[] direction = distinct(hit.number(), usual);
                double like = examples.stream()
                        .mapToDouble(example -> VectorUtil.dotProduct(direction, example))
                        .max()
                        .orElse(0);
                scores.put(hit.number(), hit.score() / hits.get(0).score() - weight * (like >= 0.3 ? like : 0));
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private float[] distinct(String seed, float[] usual) {
        float[] vector = Objects.requireNonNull(texts.vector(awards.getOrDefault(seed, "")));
        return Vectors.normalised(Vectors.without(vector, usual, 1));
    }

    /** Of each need, in the order of the file; as many at once as there are processors. */
    List<Measures> measure(Strategy strategy) {
        return List.copyOf(answers.entrySet()).parallelStream()
                .map(answer -> Measures.of(found(strategy, answer.getKey()), answer.getValue()))
                .toList();
    }

    private List<String> found(Strategy strategy, String need) {
        String text = needs.getOrDefault(need, "");
        return switch (strategy) {
            case MORE_LIKE_THIS ->
                seeds.read(searcher -> {
                    var alike = new MoreLikeThis(searcher.getIndexReader());
                    alike.setAnalyzer(LANGUAGE.wordAnalyser());
                    alike.setFieldNames(new String[] {LANGUAGE.words()});
                    var plain = new IndexSearcher(searcher.getIndexReader());
                    plain.setSimilarity(new BM25Similarity());
                    return best(plain, alike.like(LANGUAGE.words(), new StringReader(text)));
                });
            case WORDS ->
                seeds.read(searcher ->
                        best(searcher, onlyWords(words(text, searcher).queries())));
            default ->
                hits(strategy, need).stream()
                        .map(HybridSearch.Hit::number)
                        .limit(DEPTH)
                        .toList();
        };
    }

    private List<HybridSearch.Hit> hits(Strategy strategy, String need) {
        return hits(
                strategy.mix(),
                strategy.crowd(),
                strategy.length(),
                strategy.reads() ? texts.vector(needs.getOrDefault(need, "")) : null,
                need);
    }

    private List<HybridSearch.Hit> hits(
            HybridSearch.Mix mix, double crowd, double length, float @Nullable [] vector, String need) {
        String text = needs.getOrDefault(need, "");
        Profile asking = RealTexts.profile(Side.LICENSEE, need, text);
        return ownKind.read(kin -> seeds.read(searcher -> new HybridSearch(mix)
                .search(
                        searcher,
                        seeds.background(searcher),
                        HybridSearch.Question.of(
                                        asking,
                                        vector,
                                        kin,
                                        ownKind.background(kin),
                                        searcher,
                                        SideIndex.eligible(Set.of(), Set.of(asking.organisationId())))
                                .standingBack(number -> crowd == 0 ? 0 : crowd * hubs.of(number, need), length))));
    }

    private SearchWords words(String text, IndexSearcher searcher) {
        return ownKind.read(
                kin -> SearchWords.of("\n" + text, LANGUAGE, kin.getIndexReader(), searcher.getIndexReader()));
    }

    private static List<String> best(IndexSearcher searcher, Query query) throws IOException {
        List<String> found = new ArrayList<>();
        for (var hit : searcher.search(query, DEPTH).scoreDocs) {
            found.add(SideIndex.number(searcher, hit.doc));
        }
        return found;
    }

    private static Query onlyWords(List<Query> weighed) {
        var words = new BooleanQuery.Builder();
        weighed.stream()
                .filter(word -> ((TermQuery) ((BoostQuery) word).getQuery())
                        .getTerm()
                        .field()
                        .equals(LANGUAGE.words()))
                .forEach(word -> words.add(word, BooleanClause.Occur.SHOULD));
        return words.build();
    }
}
