package org.kakehashi.royalties.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.kakehashi.shared.Money;

/** What was received for one obligation. */
record PaymentRequest(
        @Schema(example = "C-2026-000001-01") @NotBlank(message = "must be given")
        String obligation,

        @NotNull(message = "must be given") Money amount,

        @Schema(example = "2026-11-20") @NotNull(message = "must be given")
        LocalDate receivedOn) {}
