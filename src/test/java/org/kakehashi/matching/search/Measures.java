package org.kakehashi.matching.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well one ranked list of a hundred finds what is known to be right, each from 0 to 1.
 *
 * @param reciprocalRank 1 over the place of the first right one
 * @param ndcg normalised discounted cumulative gain of the first ten
 * @param recall of the whole list
 */
record Measures(double reciprocalRank, double ndcg, double hitAt1, double hitAt10, double recall) {

    private static final int FIRST = 10;
    private static final int PERMUTATIONS = 10_000;

    static Measures of(List<String> found, Set<String> right) {
        int[] places = IntStream.range(0, found.size())
                .filter(place -> right.contains(found.get(place)))
                .toArray();
        int first = places.length == 0 ? Integer.MAX_VALUE - 1 : places[0];
        return new Measures(
                1.0 / (first + 1),
                gain(IntStream.of(places)) / gain(IntStream.range(0, right.size())),
                first == 0 ? 1 : 0,
                first < FIRST ? 1 : 0,
                (double) places.length / right.size());
    }

    private static double gain(IntStream places) {
        return places.filter(place -> place < FIRST)
                .mapToDouble(place -> Math.log(2) / Math.log(place + 2))
                .sum();
    }

    static Measures mean(Collection<Measures> all) {
        return new Measures(
                mean(all, Measures::reciprocalRank),
                mean(all, Measures::ndcg),
                mean(all, Measures::hitAt1),
                mean(all, Measures::hitAt10),
                mean(all, Measures::recall));
    }

    private static double mean(Collection<Measures> all, ToDoubleFunction<Measures> measure) {
        return all.stream().mapToDouble(measure).average().orElse(0);
    }

    /**
     * The paired two-sided randomisation test (Smucker, Allan, Carterette 2007): how often chance alone, swapping the
     * two strategies' results of single searches, makes a difference as great as the one seen.
     */
    static double chance(List<Measures> some, List<Measures> others, ToDoubleFunction<Measures> measure) {
        double[] differences = IntStream.range(0, some.size())
                .mapToDouble(i -> measure.applyAsDouble(some.get(i)) - measure.applyAsDouble(others.get(i)))
                .toArray();
        double seen = Math.abs(IntStream.range(0, differences.length)
                .mapToDouble(i -> differences[i])
                .sum());
        var coin = new Random(1);
        int asGreat = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            double sum = 0;
            for (double difference : differences) {
                sum += coin.nextBoolean() ? difference : -difference;
            }
            asGreat += Math.abs(sum) >= seen - 1e-12 ? 1 : 0;
        }
        return (asGreat + 1.0) / (PERMUTATIONS + 1.0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "MRR %.3f  nDCG@10 %.3f  hit@1 %.3f  hit@10 %.3f  recall@100 %.3f",
                reciprocalRank,
                ndcg,
                hitAt1,
                hitAt10,
                recall);
    }
}
