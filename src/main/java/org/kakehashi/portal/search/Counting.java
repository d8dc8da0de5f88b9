package org.kakehashi.portal.search;

import java.util.Collection;
import java.util.Map;
import org.hibernate.search.engine.search.predicate.SearchPredicate;

/** Counts in how many records each value of a field stands. */
interface Counting {

    /** Values of one field that are counted at most. */
    int MOST_VALUES = 10_000;

    /** For each field its values, the most frequent first. */
    Map<String, Map<String, Long>> of(SearchPredicate records, Collection<String> fields);
}
