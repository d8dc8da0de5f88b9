package org.kakehashi.royalties.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kakehashi.royalties.Usage;
import org.kakehashi.shared.Money;

/** What an audit of the licensee's books found for the period, and what it cost. */
record AuditRequest(
        @Schema(example = "42000000") @NotNull(message = "must be given")
        BigDecimal netSales,

        @Schema(example = "1200") @Nullable Long units,

        @NotNull(message = "must be given") Money cost) {

    Usage usage() {
        return new Usage(netSales, units == null ? 0 : units);
    }
}
