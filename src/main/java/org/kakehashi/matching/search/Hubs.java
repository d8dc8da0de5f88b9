package org.kakehashi.matching.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records of one side come up whatever the other side asks: what is near to everything says little to the one who
 * asks. A record counts by the scores of its words in the lists of a sample of the other side's records, the highest few
 * of them, as in cross-domain similarity local scaling (Conneau et al. 2018).
 */
final class Hubs {

    private static final int SHARE = 150;

    static final Hubs NONE = new Hubs(0);

    private record Occurrence(String asking, double score) {}

    private final int most;
    private final Map<String, List<Occurrence>> occurrences = new HashMap<>();

    /** @param asking how many records will be added by their lists */
    Hubs(int asking) {
        this.most = Math.max(1, asking / SHARE);
    }

    void add(String asking, List<HybridSearch.Hit> hits) {
        for (HybridSearch.Hit hit : hits) {
            if (hit.words() > 0) {
                add(new Occurrence(asking, hit.words()), hit.number());
            }
        }
    }

    /** One more than counts is kept, as the record that asks is left out. */
    private void add(Occurrence occurrence, String number) {
        List<Occurrence> highest = occurrences.computeIfAbsent(number, first -> new ArrayList<>(2));
        highest.add(occurrence);
        highest.sort(Comparator.comparingDouble(Occurrence::score).reversed());
        if (highest.size() > most + 1) {
            highest.remove(most + 1);
        }
    }

    /** The average of the record's highest scores over what others ask, 0 where it came up for none. */
    double of(String number, String asking) {
        return occurrences.getOrDefault(number, List.of()).stream()
                        .filter(occurrence -> !occurrence.asking.equals(asking))
                        .limit(most)
                        .mapToDouble(Occurrence::score)
                        .sum()
                / most;
    }
}
