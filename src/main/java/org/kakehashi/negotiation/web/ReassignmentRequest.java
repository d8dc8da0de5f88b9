package org.kakehashi.negotiation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Reassignments;
import org.kakehashi.shared.Side;

/** Cases that another adviser shall take. */
record ReassignmentRequest(
        @NotEmpty(message = "must name at least one case") @Size(max = 200, message = "must name at most 200 cases")
        List<@Valid @NotNull(message = "must be given") Place> places,

        @Schema(example = "adviser-14") @NotBlank(message = "must be given")
        String adviser,

        @Schema(description = "Why one adviser may stand on both sides, where that comes about")
        @Nullable
        @Size(max = 2000, message = "must have at most 2000 characters")
        String consent) {

    /** One side of a case. */
    record Place(
            @Schema(example = "L-2026-000012") @NotBlank(message = "must be given")
            String caseNumber,

            @NotNull(message = "must be given") Side side) {}

    List<Reassignments.Place> wanted() {
        return places.stream()
                .map(place -> new Reassignments.Place(place.caseNumber(), place.side()))
                .toList();
    }
}
