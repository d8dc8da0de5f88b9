package org.kakehashi.needs.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.needs.Requirement;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Prefecture;

/** A need as a caller states it, for a new one as for a change. */
record NeedRequest(
        @Schema(description = "System that knows the record; fixed once created", example = "plidb")
        @Nullable
        @Pattern(regexp = "[A-Za-z0-9._-]{1,100}", message = "must be 1 to 100 letters, digits, dots or dashes")
        String source,

        @Schema(description = "The record's id there", example = "4711")
        @Nullable
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String externalId,

        @Schema(description = "Who looks for it; fixed once created", example = "1b4e28ba-2fa1-4d2b-883f-0016d3cca427")
        @NotNull(message = "must be given")
        UUID organisationId,

        @Schema(description = "Of the texts", example = "en")
        @NotNull(message = "must be given")
        @Pattern(regexp = "en|ja", message = "must be en or ja")
        String language,

        @Schema(example = "Safe power cell for sensors on hot solvent pumps")
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most 500 characters")
        String title,

        @Schema(
                description = "In plain words",
                example = "We look for a cell without liquid electrolyte that cannot leak or ignite.")
        @NotBlank(message = "must be given")
        @Size(max = 50_000, message = "must have at most 50000 characters")
        String problem,

        @Schema(example = "100 mAh, 95 degrees")
        @Nullable
        @Size(max = 50_000, message = "must have at most 50000 characters")
        String specification,

        @Schema(example = "12000000") @Nullable @PositiveOrZero(message = "must not be negative")
        Long budgetYen,

        @Schema(example = "2030-09-30") @Nullable LocalDate deadline,

        @Schema(example = "[\"H01M 10/0562\"]") @Nullable List<@NotNull(message = "must be given") String> ipc,

        @Schema(description = "Absent where any kind will do", example = "NON_EXCLUSIVE") @Nullable
        LicenceKind wantedKind,

        @Schema(description = "Where the technology will be used; absent where anywhere") @Nullable
        Prefecture region,

        @Schema(description = "Whether owners of seeds may see the company's name; not where absent") @Nullable
        Boolean nameMayBeShown,

        @Schema(
                description = "What a seed has to meet to be proposed at all; everything else is talked over",
                example = "[\"LICENCE_KIND\"]")
        @Nullable
        Set<@NotNull(message = "must be given") Requirement> musts,

        @Schema(description = "Whether the technology transfer of the new need begins at once; so where absent")
        @Nullable
        Boolean start,

        @Schema(
                description = "As last read: a change is then refused where somebody else was faster. Absent for a new"
                        + " need",
                example = "0")
        @Nullable
        Integer version) {

    NeedContent content() {
        return new NeedContent(
                language,
                title,
                problem,
                StringUtils.defaultString(specification),
                budgetYen,
                deadline,
                ipc == null ? List.of() : ipc,
                wantedKind,
                region,
                Boolean.TRUE.equals(nameMayBeShown),
                musts == null ? Set.of() : musts);
    }
}
