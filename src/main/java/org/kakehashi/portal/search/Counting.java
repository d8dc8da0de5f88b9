package org.kakehashi.portal.search;

import java.util.Collection;
import java.util.Map;
import org.hibernate.search.engine.search.predicate.SearchPredicate;

/** Counts records, and in how many of them each value of a field stands. */
interface Counting {

    /** Values of one field that are counted at most. */
    int MOST_VALUES = 10_000;

    /**
     * What was counted.
     *
     * @param total records
     * @param values for each field its values, the most frequent first
     */
    record Counts(long total, Map<String, Map<String, Long>> values) {}

    Counts of(SearchPredicate records, Collection<String> fields);
}
