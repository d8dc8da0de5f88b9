package org.kakehashi.negotiation.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;

/** What a side answered. */
record AnswerResponse(
        Occasion occasion,
        int round,
        Side side,
        boolean positive,
        @Nullable OutcomeCode outcome,
        String reason,
        String givenBy,
        Instant at) {

    static AnswerResponse of(PartyAnswer answer) {
        return new AnswerResponse(
                answer.occasion(),
                answer.round(),
                answer.side(),
                answer.positive(),
                answer.outcome(),
                answer.reason(),
                answer.givenBy(),
                answer.at());
    }
}
