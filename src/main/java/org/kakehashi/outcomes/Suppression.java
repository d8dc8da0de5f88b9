package org.kakehashi.outcomes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps small counts from being read or computed. A count under three is not shown. Where what is not shown would follow from
 * the total, or from knowing that each hidden count is at least one, the smallest of the others are hidden as well, until
 * every hidden count may be any of at least three numbers.
 */
final class Suppression {

    static final long LEAST = 3;
    private static final long UNCERTAIN = 2;

    private Suppression() {}

    /** The counts as they may be shown, in their order; none where a count is hidden. What is zero is shown. */
    static List<Optional<Long>> of(List<Long> counts) {
        var hidden = new boolean[counts.size()];
        IntStream.range(0, hidden.length).forEach(i -> hidden[i] = counts.get(i) > 0 && counts.get(i) < LEAST);
        while (any(hidden) && isNarrow(counts, hidden)) {
            Optional<Integer> next = IntStream.range(0, hidden.length)
                    .boxed()
                    .filter(i -> !hidden[i] && counts.get(i) > 0)
                    .min(Comparator.comparing(counts::get));
            if (next.isEmpty()) {
                break;
            }
            hidden[next.get()] = true;
        }
        return IntStream.range(0, hidden.length)
                .mapToObj(i -> hidden[i] ? Optional.<Long>empty() : Optional.of(counts.get(i)))
                .toList();
    }

    private static boolean any(boolean[] hidden) {
        return IntStream.range(0, hidden.length).anyMatch(i -> hidden[i]);
    }

    /** Each hidden count lies between 1 and what the sum leaves when all others are 1. */
    private static boolean isNarrow(List<Long> counts, boolean[] hidden) {
        long cells = IntStream.range(0, hidden.length).filter(i -> hidden[i]).count();
        long sum = IntStream.range(0, hidden.length)
                .filter(i -> hidden[i])
                .mapToLong(counts::get)
                .sum();
        return cells < 2 || sum - cells < UNCERTAIN;
    }

    /**
     * Years with at least three contracts each, or several years together; as the cumulated count of each year is shown too,
     * none can be hidden.
     *
     * @return the sum by the first and the last year, in order; years that are too few in all are not in it
     */
    static Map<Span, Long> years(Map<Integer, Long> counts) {
        var spans = new ArrayList<Map.Entry<Span, Long>>();
        @Nullable Span open = null;
        long sum = 0;
        for (Map.Entry<Integer, Long> year : counts.entrySet()) {
            open = open == null ? new Span(year.getKey(), year.getKey()) : new Span(open.first(), year.getKey());
            sum += year.getValue();
            if (sum >= LEAST) {
                spans.add(Map.entry(open, sum));
                open = null;
                sum = 0;
            }
        }
        if (open != null && sum > 0 && !spans.isEmpty()) {
            Map.Entry<Span, Long> last = spans.remove(spans.size() - 1);
            spans.add(Map.entry(new Span(last.getKey().first(), open.last()), last.getValue() + sum));
        }
        var shown = new LinkedHashMap<Span, Long>();
        spans.forEach(span -> shown.put(span.getKey(), span.getValue()));
        return shown;
    }

    /** Fiscal years that are counted together. */
    record Span(int first, int last) {

        String name() {
            return first == last ? FiscalYear.name(first) : FiscalYear.name(first) + "–" + FiscalYear.name(last);
        }
    }
}
