package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;

/**
 * What a side puts on the table.
 *
 * @param words to the other side, may be empty
 * @param statedSalesYen net sales of a year that the side reckons with; the offer's present value rests on them
 * @param reserved clauses left as they stand without agreeing to them
 * @param reopening agreed clauses that the side asks to reopen
 * @param reopened clauses that the other side asked to reopen, and that the side consents to
 */
public record Offer(
        Terms terms,
        String words,
        @Nullable BigDecimal statedSalesYen,
        Set<Clause> reserved,
        Set<Clause> reopening,
        Set<Clause> reopened) {

    public Offer {
        if (statedSalesYen != null && statedSalesYen.signum() <= 0) {
            throw Refusal.invalid(
                    "The yearly net sales you reckon with must be more than 0; leave them out if unknown.");
        }
        words = words.strip();
        reserved = copy(reserved);
        reopening = copy(reopening);
        reopened = copy(reopened);
    }

    public static Offer of(Terms terms, String words) {
        return new Offer(terms, words, null, Set.of(), Set.of(), Set.of());
    }

    private static Set<Clause> copy(Set<Clause> clauses) {
        return clauses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(clauses));
    }
}
