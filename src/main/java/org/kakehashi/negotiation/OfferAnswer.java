package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

/**
 * A side's answer to the offer of a round.
 *
 * @param terms of the counter-offer; not read otherwise
 * @param outcome why the offer is rejected; not read otherwise
 * @param words a comment on the counter-offer, or the reason for a rejection
 * @param stance what else goes with a counter-offer
 */
public record OfferAnswer(
        int round,
        Side side,
        Decision decision,
        @Nullable Terms terms,
        @Nullable OutcomeCode outcome,
        String words,
        Stance stance) {

    /** What a side may do with an offer. */
    public enum Decision {
        ACCEPT,
        COUNTER,
        REJECT
    }

    /** The parts of an {@link Offer} beside its terms. */
    public record Stance(
            @Nullable BigDecimal statedSalesYen,
            @Nullable Set<Clause> reserved,
            @Nullable Set<Clause> reopening,
            @Nullable Set<Clause> reopened) {

        public static final Stance PLAIN = new Stance(null, null, null, null);

        /** @throws Refusal where there are no terms */
        public Offer with(@Nullable Terms terms, String words) {
            if (terms == null) {
                throw Refusal.invalid("Give the terms that are offered.");
            }
            return new Offer(terms, words, statedSalesYen, orNone(reserved), orNone(reopening), orNone(reopened));
        }

        private static Set<Clause> orNone(@Nullable Set<Clause> clauses) {
            return clauses == null ? Set.of() : clauses;
        }
    }

    public OfferAnswer(
            int round,
            Side side,
            Decision decision,
            @Nullable Terms terms,
            @Nullable OutcomeCode outcome,
            String words) {
        this(round, side, decision, terms, outcome, words, Stance.PLAIN);
    }

    Offer offer() {
        return stance.with(terms, words);
    }
}
