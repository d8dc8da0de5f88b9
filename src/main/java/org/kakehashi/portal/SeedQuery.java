package org.kakehashi.portal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.EnumUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search as its address says it, whole: whoever gets the address sees the same list.
 *
 * @param text as typed
 * @param chosen the values of each facet that has some
 * @param page counted from 1
 */
public record SeedQuery(String text, Map<Facet, SortedSet<String>> chosen, Order order, int page) {

    /** Records on a page. */
    public static final int PAGE = 20;

    private static final int MOST_VALUES = 50;
    private static final int LAST_PAGE = Integer.MAX_VALUE / PAGE;

    /** What comes first. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST,
        TITLE,
        MATURITY;

        /** The name in addresses. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SeedQuery {
        var copy = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
    }

    public static SeedQuery everything() {
        return new SeedQuery("", Map.of(), Order.RELEVANCE, 1);
    }

    /** Reads an address; what in it means nothing is passed over. */
    public static SeedQuery of(Map<String, String[]> parameters) {
        var chosen = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        parameters.forEach((name, values) -> Facet.of(name)
                .ifPresent(facet -> chosen.put(
                        facet,
                        Stream.of(values)
                                .filter(facet::takes)
                                .limit(MOST_VALUES)
                                .collect(Collectors.toCollection(TreeSet::new)))));
        return new SeedQuery(
                first(parameters, "q"),
                chosen,
                EnumUtils.getEnumIgnoreCase(Order.class, first(parameters, "sort"), Order.RELEVANCE),
                Math.min(LAST_PAGE, Math.max(1, NumberUtils.toInt(first(parameters, "page"), 1))));
    }

    /** Reads what {@link #address} wrote. */
    public static SeedQuery ofAddress(String address) {
        var parameters = new LinkedHashMap<String, String[]>();
        UriComponentsBuilder.newInstance()
                .query(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        name, values.stream().map(SeedQuery::decoded).toArray(String[]::new)));
        return of(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : StringUtils.strip(values[0]);
    }

    public Set<String> chosen(Facet facet) {
        SortedSet<String> values = chosen.get(facet);
        return values == null ? Set.of() : values;
    }

    public boolean narrowed() {
        return !chosen.isEmpty();
    }

    /**
     * The same from its first page with the value chosen, or no longer chosen where it was. A symbol of the classification
     * takes the place of those above and below it.
     */
    public SeedQuery toggle(Facet facet, String value) {
        var values = new TreeSet<>(chosen(facet));
        if (!values.remove(value)) {
            if (facet == Facet.IPC) {
                values.removeIf(other -> value.startsWith(other) || other.startsWith(value));
            }
            values.add(value);
        }
        return choosing(facet, values);
    }

    /** The same from its first page with this value of the facet alone. */
    public SeedQuery only(Facet facet, String value) {
        return choosing(facet, new TreeSet<>(Set.of(value)));
    }

    public SeedQuery without(Facet facet) {
        return choosing(facet, new TreeSet<>());
    }

    private SeedQuery choosing(Facet facet, SortedSet<String> values) {
        var other = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        other.putAll(chosen);
        other.put(facet, values);
        return new SeedQuery(text, other, order, 1);
    }

    /** The same words, wherever they stand. */
    public SeedQuery widened() {
        return new SeedQuery(text, Map.of(), order, 1);
    }

    public SeedQuery saying(String other) {
        return new SeedQuery(other, chosen, order, 1);
    }

    public SeedQuery sorted(Order other) {
        return new SeedQuery(text, chosen, other, 1);
    }

    public SeedQuery at(int other) {
        return new SeedQuery(text, chosen, order, other);
    }

    /** As an address says it; empty where everything is looked for. */
    public String address() {
        List<String> parameters = new ArrayList<>();
        if (!text.isEmpty()) {
            parameters.add("q=" + encoded(text));
        }
        chosen.forEach(
                (facet, values) -> values.forEach(value -> parameters.add(facet.parameter() + "=" + encoded(value))));
        if (order != Order.RELEVANCE) {
            parameters.add("sort=" + order.parameter());
        }
        if (page > 1) {
            parameters.add("page=" + page);
        }
        return String.join("&", parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
