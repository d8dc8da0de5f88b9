package org.kakehashi.contract.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;

/** Who asks for a research tool, and for what. */
record ToolLicenceRequest(
        @Schema(description = "The research tool", example = "S-2026-000012") @NotBlank(message = "must be given")
        String seed,

        @Schema(description = "Under whose conditions") @NotNull(message = "must be given")
        ResearchTool.Sector sector,

        @NotBlank(message = "must be given") @Size(max = 500, message = "must have at most 500 characters")
        String organisation,

        @NotNull(message = "must be given") OrganisationType organisationType,
        @Nullable Prefecture prefecture,

        @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters")
        String contactName,

        @NotBlank(message = "must be given")
        @Email(message = "is not a mail address")
        @Size(max = 254, message = "must have at most 254 characters")
        String contactEmail,

        @Schema(description = "To write in", example = "en")
        @NotNull(message = "must be given")
        @Pattern(regexp = "en|ja", message = "must be en or ja")
        String language,

        @Schema(description = "The research", example = "Screening of inhibitors of a kinase")
        @NotBlank(message = "must be given")
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String purpose,

        @Schema(description = "Whether the material is asked for too") @Nullable
        Boolean materialWanted,

        @Schema(description = "Whether the requester accepts the standard terms with the record's conditions")
        @NotNull(message = "must be given")
        @AssertTrue(message = "must be true: who asks accepts the standard terms")
        Boolean termsAccepted) {

    ToolLicence.Requester requester() {
        return new ToolLicence.Requester(
                sector,
                organisation.strip(),
                organisationType,
                prefecture,
                contactName.strip(),
                contactEmail.strip(),
                language,
                purpose.strip(),
                Boolean.TRUE.equals(materialWanted));
    }
}
