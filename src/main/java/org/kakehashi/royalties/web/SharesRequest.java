package org.kakehashi.royalties.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.kakehashi.royalties.Share;
import org.kakehashi.royalties.Shares;

/** The shares of a contract's patents. */
record SharesRequest(
        @NotEmpty(message = "must name at least one patent") @Valid
        List<@NotNull(message = "must be given") Part> parts) {

    /** The share of one patent. */
    record Part(
            @Schema(example = "JP 7123456") @NotBlank(message = "must be given")
            String patent,

            @Schema(example = "33.34") @NotNull(message = "must be given")
            BigDecimal percent) {}

    Shares shares() {
        return new Shares(parts.stream()
                .map(part -> new Share(part.patent().strip(), part.percent()))
                .toList());
    }
}
