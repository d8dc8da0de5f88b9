package org.kakehashi.matching;

import java.util.List;

/**
 * A pair that a search found.
 *
 * @param score comparable within one search only
 * @param reasons why the two may fit, and what speaks against it, in sentences
 */
public record Candidate(String seedNumber, String needNumber, double score, Band band, List<String> reasons) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
