package org.kakehashi.negotiation.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;

/** One offer and its answer as callers see them. */
record RoundResponse(
        int round,
        Side proposer,
        Round.State state,
        Terms terms,
        List<Position> positions,
        @Nullable BigDecimal statedSalesYen,
        String comment,
        String proposedBy,
        Instant proposedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable OutcomeCode outcome,
        @Nullable String reason,
        @Nullable String suggestion) {

    /** @param reopening whether the round asks to reopen it */
    record Position(Clause clause, String text, TermSheet.Standing standing, boolean reopening) {}

    static RoundResponse of(int number, TermSheet sheet) {
        Round round = sheet.round(number);
        return new RoundResponse(
                number,
                round.proposer(),
                round.state(),
                round.terms(),
                Arrays.stream(Clause.values())
                        .map(clause -> new Position(
                                clause,
                                clause.position(round.terms()),
                                sheet.standing(number, clause),
                                round.reopening().contains(clause)))
                        .toList(),
                round.statedSalesYen(),
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
