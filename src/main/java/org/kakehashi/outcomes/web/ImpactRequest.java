package org.kakehashi.outcomes.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.kakehashi.outcomes.Figures;

/** The figures of one fiscal year. */
record ImpactRequest(
        @Schema(example = "42000000") @NotNull(message = "must be given")
        BigDecimal salesYen,

        @Schema(example = "4") @NotNull(message = "must be given")
        Integer jobs,

        @Schema(example = "8000000") @NotNull(message = "must be given")
        BigDecimal investmentYen,

        @Schema(example = "0") @NotNull(message = "must be given")
        BigDecimal costSavedYen,

        @Schema(example = "The licensee's answer to the inquiry")
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most 500 characters")
        String source) {

    Figures figures() {
        return new Figures(Figures.YEN, salesYen, jobs, investmentYen, costSavedYen, 0, null, "");
    }
}
