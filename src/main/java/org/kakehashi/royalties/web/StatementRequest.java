package org.kakehashi.royalties.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Usage;

/** The licensee's statement for one report. */
record StatementRequest(
        @Schema(example = "C-2026-000001-02") @NotBlank(message = "must be given")
        String obligation,

        @Schema(example = "42000000") @NotNull(message = "must be given")
        BigDecimal netSales,

        @Schema(example = "1200") @Nullable Long units) {

    Usage usage() {
        return new Usage(netSales, units == null ? 0 : units);
    }
}
