package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.kakehashi.shared.Side;

/** A side leaves the case. */
record WithdrawalRequest(
        @Schema(example = "LICENSOR") @NotNull(message = "must be given")
        Side side,

        @Schema(example = "We have sold the business.")
        @NotBlank(message = "must be given")
        @Size(max = 2000, message = "must have at most 2,000 characters")
        String reason) {}
