package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Two parties who met elsewhere. */
record IntroductionRequest(
        @Schema(example = "S-2026-000031") @NotBlank(message = "must be given")
        String seedNumber,

        @Schema(example = "N-2026-000007") @NotBlank(message = "must be given")
        String needNumber,

        @Schema(description = "How they met", example = "Met at the patent business market in Nagano.")
        @Nullable
        @Size(max = 2000, message = "must have at most 2,000 characters")
        String note) {}
