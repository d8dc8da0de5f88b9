package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** An adviser as a manager states it. */
record AdviserRequest(
        @Schema(example = "Kudo Haruka")
        @NotBlank(message = "must be given")
        @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Schema(example = "工藤 遥") @Nullable @Size(max = 200, message = "must have at most 200 characters")
        String nameJa,

        @Schema(example = "adviser-01@example.jp")
        @NotBlank(message = "must be given")
        @Email(message = "must be an e-mail address")
        String email,

        @NotNull(message = "must be given") Prefecture prefecture,

        @Schema(description = "Where the adviser sits", example = "北海道庁")
        @NotBlank(message = "must be given")
        @Size(max = 200, message = "must have at most 200 characters")
        String host,

        @NotNull(message = "must be given") Set<@NotNull(message = "must be given") TechnologyField> fields,

        @Schema(example = "[\"ja\", \"en\"]") @NotEmpty(message = "must name at least one language")
        Set<@Pattern(regexp = "[a-z]{2}", message = "must be a language code such as ja or en") String> languages,

        boolean active,

        @Schema(description = "Patent licensing where absent")
        Adviser.@Nullable Kind kind,

        @Schema(description = "The host in the directory, where it stands there") @Nullable
        UUID hostOrganisationId,

        @Schema(description = "First day of the engagement") @Nullable
        LocalDate engagedFrom,

        @Schema(description = "Last day of the engagement") @Nullable
        LocalDate engagedUntil) {

    Adviser.Engagement engagement() {
        return new Adviser.Engagement(
                kind == null ? Adviser.Kind.PATENT_LICENSING : kind, hostOrganisationId, engagedFrom, engagedUntil);
    }

    Adviser.Profile profile() {
        return new Adviser.Profile(name, nameJa, email, prefecture, host, fields, languages);
    }
}
