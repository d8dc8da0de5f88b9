package org.kakehashi.needs.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;

/** A need as a caller states it, for a new one as for a change. */
record NeedRequest(
        @Schema(description = "System that knows the record; fixed once created", example = "portal")
        @Nullable
        @Size(max = 100, message = "must have at most 100 characters")
        String source,

        @Schema(description = "The record's id there", example = "Q-4711")
        @Nullable
        @Size(max = 200, message = "must have at most 200 characters")
        String externalId,

        @Schema(description = "Who needs it, an organisation of the directory") @NotNull(message = "must be given")
        UUID organisationId,

        @Schema(example = "en", description = "Language of the texts: en or ja") @NotBlank(message = "must be en or ja")
        String language,

        @Schema(example = "Safe power cell for sensors on hot solvent pumps")
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most 500 characters")
        String title,

        @Schema(example = "A cell without liquid electrolyte that cannot leak or ignite")
        @NotBlank(message = "must be given")
        String problem,

        @Nullable String specification,

        @Schema(example = "12000000") @Nullable @PositiveOrZero(message = "must not be negative")
        Long budgetYen,

        @Nullable LocalDate deadline,
        @Schema(example = "[\"H01M 10/0562\"]") @Nullable List<String> ipc,
        @Nullable LicenceKind wantedKind,
        @Nullable Prefecture region,
        @Nullable Boolean nameMayBeShown,

        @Schema(description = "Whether its technology transfer begins at once; true where absent") @Nullable
        Boolean start) {

    NeedContent content() {
        return new NeedContent(
                language,
                title,
                problem,
                StringUtils.defaultString(specification),
                budgetYen,
                deadline,
                Objects.requireNonNullElse(ipc, List.of()),
                wantedKind,
                region,
                Boolean.TRUE.equals(nameMayBeShown));
    }
}
