package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.OfferAnswer;
import org.kakehashi.negotiation.PartyAnswer;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

/** What a side answers, as a caller states it. */
record AnswerRequest(
        @Schema(example = "CONSENT") @NotNull(message = "must be given")
        Occasion occasion,

        @Schema(example = "LICENSEE") @NotNull(message = "must be given")
        Side side,

        @Schema(description = "Which offer is answered; on other occasions absent", example = "1")
        @Nullable
        @Min(value = 1, message = "must be at least 1")
        Integer round,

        @Schema(example = "true") @NotNull(message = "must be given")
        Boolean positive,

        @Schema(description = "Why the case ends, with a no", example = "DECLINED_TIMING") @Nullable
        OutcomeCode outcome,

        @Schema(description = "Needed with a no", example = "No budget before April.")
        @Nullable
        @Size(max = 2000, message = "must have at most 2,000 characters")
        String reason) {

    PartyAnswer.Given given(String caseNumber) {
        return new PartyAnswer.Given(
                caseNumber, occasion, round == null ? 1 : round, side, positive, positive ? null : outcome, words());
    }

    OfferAnswer offerAnswer() {
        if (round == null) {
            throw Refusal.invalid(
                    "round: say which offer is answered, so that a late answer does not hit a newer one.");
        }
        return new OfferAnswer(
                round,
                side,
                positive ? OfferAnswer.Decision.ACCEPT : OfferAnswer.Decision.REJECT,
                null,
                positive ? null : outcome,
                words());
    }

    private String words() {
        return StringUtils.defaultString(reason).strip();
    }
}
