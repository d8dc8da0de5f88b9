package org.kakehashi.negotiation;

import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;

/**
 * A side's answer to the offer of a round.
 *
 * @param terms of the counter-offer; not read otherwise
 * @param outcome why the offer is rejected; not read otherwise
 * @param words a comment on the counter-offer, or the reason for a rejection
 */
public record OfferAnswer(
        int round,
        Side side,
        Decision decision,
        @Nullable Terms terms,
        @Nullable OutcomeCode outcome,
        String words) {

    /** What a side may do with an offer. */
    public enum Decision {
        ACCEPT,
        COUNTER,
        REJECT
    }
}
