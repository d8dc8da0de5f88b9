package org.kakehashi.contract.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;

/**
 * What a visitor who asks for a research tool fills in; each message ends the key of the words that explain it.
 *
 * @param prefecture its code, or {@code abroad}
 */
record ToolRequestForm(
        @NotNull(message = "sector") ResearchTool.Sector sector,

        @NotBlank(message = "organisation") @Size(max = 500, message = "organisation")
        String organisation,

        @NotNull(message = "type") OrganisationType organisationType,
        @NotBlank(message = "prefecture") String prefecture,

        @NotBlank(message = "name") @Size(max = 200, message = "name")
        String contactName,

        @NotBlank(message = "email")
        @Email(message = "email", regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}|")
        @Size(max = 200, message = "email")
        String contactEmail,

        @NotBlank(message = "purpose") @Size(max = 5_000, message = "purpose")
        String purpose,

        @Nullable Boolean materialWanted,

        @NotNull(message = "accepted") @AssertTrue(message = "accepted")
        Boolean accepted) {

    private static final String ABROAD = "abroad";

    ToolLicence.Requester requester(String language) {
        return new ToolLicence.Requester(
                sector,
                organisation.strip(),
                organisationType,
                prefecture.equals(ABROAD) ? null : Prefecture.of(prefecture),
                contactName.strip(),
                contactEmail.strip(),
                language,
                purpose.strip(),
                Boolean.TRUE.equals(materialWanted));
    }
}
