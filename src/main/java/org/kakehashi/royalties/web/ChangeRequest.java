package org.kakehashi.royalties.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.kakehashi.royalties.Change;

/** Which change of a contract begins. */
record ChangeRequest(
        @Schema(example = "AMENDMENT") @NotNull(message = "must be given")
        Change.Kind kind) {}
