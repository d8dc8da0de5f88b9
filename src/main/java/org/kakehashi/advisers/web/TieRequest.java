package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Tie;
import org.kakehashi.advisers.Ties;

/** A tie as an adviser declares it. */
record TieRequest(
        @NotNull(message = "must be given") UUID organisationId,
        @NotNull(message = "must be given") Tie.Kind kind,

        @Schema(example = "2021-04-01") @NotNull(message = "must be given")
        LocalDate since,

        @Schema(description = "Last day; absent while it lasts") @Nullable
        LocalDate until,

        @Schema(example = "Head of development until 2020")
        @Nullable
        @Size(max = 1000, message = "must have at most 1000 characters")
        String note) {

    Ties.Declaration declaration() {
        return new Ties.Declaration(
                organisationId,
                kind,
                since,
                until,
                StringUtils.defaultString(note).strip());
    }
}
