package org.kakehashi.negotiation.web;

import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.TermSheet;

/** What one clause says in two rounds, as callers see it. */
record ComparisonResponse(Clause clause, String label, String left, String right, boolean same) {

    static ComparisonResponse of(TermSheet.Comparison comparison) {
        return new ComparisonResponse(
                comparison.clause(),
                comparison.clause().english(),
                comparison.left(),
                comparison.right(),
                comparison.same());
    }
}
