package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Absences;

/** An absence as an adviser or a manager enters it. */
record AbsenceRequest(
        @Schema(example = "2026-12-01") @NotNull(message = "must be given")
        LocalDate firstDay,

        @Schema(example = "2026-12-18") @NotNull(message = "must be given")
        LocalDate lastDay,

        @Schema(example = "adviser-14", description = "Who stands in; absent where nobody does") @Nullable
        String deputy,

        @Schema(description = "Whether the deputy also takes the tasks that are open when the absence begins") @Nullable
        Boolean openTasks) {

    Absences.Wish wish() {
        return new Absences.Wish(firstDay, lastDay, deputy, Boolean.TRUE.equals(openTasks));
    }
}
