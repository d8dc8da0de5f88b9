package org.kakehashi.royalties.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Usage;

/** What the licensee sold and made in the period. */
record UsageRequest(
        @Schema(example = "42000000") @NotNull(message = "must be given")
        BigDecimal netSales,

        @Schema(example = "1200") @Nullable Long units) {

    Usage usage() {
        return new Usage(netSales, units == null ? 0 : units);
    }
}
