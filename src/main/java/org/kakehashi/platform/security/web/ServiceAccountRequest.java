package org.kakehashi.platform.security.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/** A service account as an administrator wants it. */
record ServiceAccountRequest(
        @Schema(example = "patent-portal") @NotNull(message = "must be given")
        String id,

        @Schema(example = "Starts transfers for needs that arrive at the portal") @NotNull(message = "must be given")
        String purpose,

        @Schema(
                description = "integrators, advisers, registrars, legal, managers or supervisors",
                example = "[\"integrators\"]")
        @NotNull(message = "must be given")
        Set<String> roles) {}
