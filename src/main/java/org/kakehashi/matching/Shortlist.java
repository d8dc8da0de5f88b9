package org.kakehashi.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found for a record.
 *
 * @param candidates best first
 * @param remark what the reader should know of the search, such as that there was not enough to match on
 */
public record Shortlist(
        List<Candidate> candidates, @Nullable String remark) {

    public Shortlist {
        candidates = List.copyOf(candidates);
    }
}
