package org.kakehashi.directory.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Industry;
import org.kakehashi.directory.Organisation;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;

/** An organisation as a caller states it, for a new one as for a change. */
record OrganisationRequest(
        @Schema(description = "System that knows the organisation; fixed once created", example = "plidb")
        @Nullable
        @Size(min = 1, max = 100, message = "must have 1 to 100 characters")
        String source,

        @Schema(description = "The organisation's id there", example = "4711")
        @Nullable
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String externalId,

        @Schema(example = "Nagare Precision Co., Ltd.")
        @NotBlank(message = "must be given")
        @Size(max = 300, message = "must have at most 300 characters")
        String name,

        @Schema(example = "流精密株式会社") @Nullable @Size(max = 300, message = "must have at most 300 characters")
        String nameJa,

        @Schema(example = "SME") @NotNull(message = "must be given")
        OrganisationType type,

        @Schema(description = "Where its seat is; absent where it is abroad") @Nullable
        Prefecture prefecture,

        @Schema(example = "MANUFACTURING") @Nullable Industry industry,

        @Schema(example = "80000000") @Nullable @PositiveOrZero(message = "must not be negative")
        Long capitalYen,

        @Schema(example = "145") @Nullable @PositiveOrZero(message = "must not be negative")
        Integer staff,

        @Nullable @Valid ContactRequest contact,

        @Schema(description = "The organisation that holds it: those of one group are not proposed to each other")
        @Nullable
        UUID parent,

        @Schema(
                description = "As last read: a change is then refused where somebody else was faster. Absent for a"
                        + " new organisation",
                example = "0")
        @Nullable
        Integer version) {

    record ContactRequest(
            @Schema(example = "Asakura Mei") @Nullable @Size(max = 200, message = "must have at most 200 characters")
            String name,

            @Schema(example = "licensing@example.jp") @Nullable @Email(message = "must be an e-mail address")
            String email,

            @Schema(example = "03-0000-0000")
            @Nullable
            @Pattern(regexp = "[0-9+() -]{3,30}", message = "must be a telephone number")
            String phone,

            @Schema(example = "ja")
            @Nullable
            @Pattern(regexp = "[a-z]{2}", message = "must be a language code such as ja or en")
            String language) {}

    Organisation.Profile profile() {
        return new Organisation.Profile(
                name,
                nameJa,
                type,
                prefecture,
                industry,
                capitalYen,
                staff,
                contact == null
                        ? null
                        : new Contact(contact.name(), contact.email(), contact.phone(), contact.language()));
    }
}
