package org.kakehashi.portal.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kakehashi.portal.Classification;
import org.kakehashi.portal.Facet;
import org.kakehashi.portal.Found;
import org.kakehashi.portal.SeedQuery;

/**
 * A facet beside a list of results.
 *
 * @param open whether its values are shown unasked
 * @param first the values that are shown at once
 * @param more the others
 */
record FacetView(Facet facet, String name, boolean open, List<Value> first, List<Value> more) {

    private static final int SHOWN = 7;
    private static final Set<Facet> OPEN = Set.of(Facet.TECHNICAL_FIELD, Facet.IPC, Facet.REGION, Facet.LICENCE);
    private static final Set<Facet> IN_ORDER = Set.of(Facet.MATURITY, Facet.IPC);
    private static final Set<Facet> THREE_VALUED =
            Set.of(Facet.LICENCE, Facet.ASSIGNMENT, Facet.LUMP_SUM, Facet.ROYALTY, Facet.TOOL);
    private static final List<String> THREE = List.of("YES", "NO", "NOT_SPECIFIED");

    /**
     * One value of a facet.
     *
     * @param depth of a symbol in its tree, 0 for others
     * @param address where it is chosen, or no longer chosen
     */
    record Value(String value, String name, long count, boolean chosen, int depth, String address) {}

    /** Those that have something to choose. */
    static List<FacetView> of(SeedQuery query, Found found, Links links, Wording wording, Locale language) {
        return Stream.of(Facet.values())
                .map(facet -> of(facet, query, found, links, wording, language))
                .filter(view -> !view.first.isEmpty())
                .toList();
    }

    private static FacetView of(
            Facet facet, SeedQuery query, Found found, Links links, Wording wording, Locale language) {
        Set<String> chosen = query.chosen(facet);
        Map<String, Long> counts = new LinkedHashMap<>(found.counts().getOrDefault(facet, Map.of()));
        chosen.forEach(value -> counts.putIfAbsent(value, 0L));
        List<Value> values = counts.entrySet().stream()
                .filter(each -> facet != Facet.IPC || isOpen(each.getKey(), chosen))
                .map(each -> new Value(
                        each.getKey(),
                        wording.of(facet, each.getKey(), language),
                        each.getValue(),
                        chosen.contains(each.getKey()),
                        facet == Facet.IPC ? Classification.path(each.getKey()).size() - 1 : 0,
                        links.search(query.toggle(facet, each.getKey()))))
                .sorted(order(facet))
                .toList();
        int shown = facet == Facet.IPC ? values.size() : shown(values);
        return new FacetView(
                facet,
                wording.of(facet, language),
                OPEN.contains(facet) || !chosen.isEmpty(),
                values.subList(0, shown),
                values.subList(shown, values.size()));
    }

    /** Sections, what is chosen with all above it, and what lies one level below. */
    private static boolean isOpen(String symbol, Set<String> chosen) {
        String above = Classification.parent(symbol);
        return above.isEmpty()
                || chosen.contains(above)
                || chosen.stream().anyMatch(each -> Classification.path(each).contains(symbol));
    }

    private static Comparator<Value> order(Facet facet) {
        if (THREE_VALUED.contains(facet)) {
            return Comparator.comparing(value -> THREE.indexOf(value.value));
        }
        if (facet == Facet.YEAR) {
            return Comparator.comparing(Value::value).reversed();
        }
        if (IN_ORDER.contains(facet)) {
            return Comparator.comparing(Value::value, FacetView::inTreeOrder);
        }
        return Comparator.comparing(Value::chosen)
                .reversed()
                .thenComparing(Comparator.comparing(Value::count).reversed())
                .thenComparing(Value::name);
    }

    /** Groups by their number, everything else by its letters. */
    private static int inTreeOrder(String one, String other) {
        Function<String, String> padded =
                symbol -> symbol.length() > 5 ? symbol.substring(0, 5) + "%4s".formatted(symbol.substring(5)) : symbol;
        return padded.apply(one).compareTo(padded.apply(other));
    }

    /** All chosen values are shown, and never a single one is hidden. */
    private static int shown(List<Value> values) {
        int chosen = (int) values.stream().filter(Value::chosen).count();
        int shown = Math.max(SHOWN, chosen);
        return values.size() <= shown + 1 ? values.size() : shown;
    }

    public long chosenCount() {
        return Stream.concat(first.stream(), more.stream())
                .filter(Value::chosen)
                .count();
    }
}
