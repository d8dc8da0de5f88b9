package org.kakehashi.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows for a search.
 *
 * @param numbers of the records on the page asked for
 * @param counts for each facet its values with as many records as choosing them would show
 * @param anyWord whether no record has all the words, and these have some
 * @param nothingAsked whether words were typed, but none that can be looked for
 * @param cut whether more was typed than was looked for
 * @param meant what may have been meant instead
 */
public record Found(
        List<String> numbers,
        long total,
        Map<Facet, Map<String, Long>> counts,
        boolean anyWord,
        boolean nothingAsked,
        boolean cut,
        @Nullable String meant) {

    /** Pages of the whole list, at least one. */
    public int pages() {
        return (int) Math.max(1, (total + SeedQuery.PAGE - 1) / SeedQuery.PAGE);
    }
}
