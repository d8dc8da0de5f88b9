package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Side;

/** A side's answer to an offer, as a caller states it. */
record OfferAnswerRequest(
        @Schema(
                description = "The round that is answered, so that a late answer does not hit a newer offer",
                example = "1")
        @NotNull(message = "must be given")
        Integer round,

        @Schema(description = "The side that answers", example = "LICENSEE") @NotNull(message = "must be given")
        Side side,

        @Schema(example = "COUNTER") @NotNull(message = "must be given")
        OfferAnswer.Decision decision,

        @Schema(description = "All terms of the counter-offer") @Nullable
        Terms terms,

        @Schema(description = "Why the offer is rejected: DECLINED_PRICE, DECLINED_FIT or DECLINED_TIMING") @Nullable
        OutcomeCode outcome,

        @Schema(
                description = "The reason for a rejection, or words that go with the counter-offer",
                example = "We cannot bear a minimum in the first year.")
        @Nullable
        @Size(max = 2000, message = "must have at most 2,000 characters")
        String reason,

        @Schema(description = "Net sales of a year that the side reckons with, in yen", example = "80000000") @Nullable
        BigDecimal statedSalesYen,

        @Schema(description = "Clauses left as they stand without agreeing to them") @Nullable
        Set<Clause> reserved,

        @Schema(description = "Agreed clauses that the side asks to reopen") @Nullable
        Set<Clause> reopening,

        @Schema(description = "Clauses that the other side asked to reopen, and that this side consents to") @Nullable
        Set<Clause> reopened) {

    OfferAnswer answer() {
        return new OfferAnswer(
                round,
                side,
                decision,
                terms,
                outcome,
                StringUtils.defaultString(reason),
                new OfferAnswer.Stance(statedSalesYen, reserved, reopening, reopened));
    }
}
