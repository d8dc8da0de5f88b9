package org.kakehashi.negotiation.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;

/** One offer and its answer as callers see them. */
record RoundResponse(
        int round,
        Side proposer,
        Round.State state,
        Terms terms,
        String comment,
        String proposedBy,
        Instant proposedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable OutcomeCode outcome,
        @Nullable String reason,
        @Nullable String suggestion) {

    static RoundResponse of(int number, Round round) {
        return new RoundResponse(
                number,
                round.proposer(),
                round.state(),
                round.terms(),
                round.comment(),
                round.proposedBy(),
                round.proposedAt(),
                round.answeredBy(),
                round.answeredAt(),
                round.outcome(),
                round.reason(),
                round.suggestion());
    }
}
