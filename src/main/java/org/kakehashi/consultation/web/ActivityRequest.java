package org.kakehashi.consultation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Activity;
import org.kakehashi.shared.Prefecture;

/** What an adviser did. */
record ActivityRequest(
        @NotNull(message = "must be given") Activity.Kind kind,

        @Schema(example = "2026-04-01") @NotNull(message = "must be given")
        LocalDate day,

        @Schema(description = "Minutes spent", example = "90")
        @NotNull(message = "must be given")
        @Min(value = 1, message = "must be at least 1")
        @Max(value = 1440, message = "must not be greater than 1440")
        Integer minutes,

        @NotNull(message = "must be given") Prefecture prefecture,

        @Nullable UUID organisationId,

        @Schema(description = "Number of the seed, need or case it was for", example = "N-2026-000001") @Nullable
        String number,

        @Schema(description = "Participants of a course, and of nothing else", example = "24")
        @Nullable
        @Min(value = 1, message = "must be at least 1")
        @Max(value = 100_000, message = "must not be greater than 100000")
        Integer participants,

        @Schema(example = "Showed how to search the patent gazette by classification")
        @NotBlank(message = "must be given")
        @Size(max = 4000, message = "must have at most 4000 characters")
        String text) {

    Activity.Facts facts() {
        return new Activity.Facts(
                kind,
                day,
                minutes,
                prefecture,
                organisationId,
                StringUtils.trimToNull(number),
                participants,
                text.strip());
    }
}
