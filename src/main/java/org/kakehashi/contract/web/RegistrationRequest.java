package org.kakehashi.contract.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The patent office's receipt. */
record RegistrationRequest(
        @Schema(example = "2026-7731")
        @NotBlank(message = "must be given")
        @Size(max = 100, message = "must have at most 100 characters")
        String receiptNumber,

        @Schema(example = "2026-11-20") @NotNull(message = "must be given")
        LocalDate receivedOn) {}
