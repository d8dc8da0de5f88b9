package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.ThreeValued;

/** A seed as a caller states it, for a new one as for a change; conditions left out are not specified. */
record SeedRequest(
        @Schema(description = "System that knows the record; fixed once created", example = "plidb")
        @Nullable
        @Size(max = 100, message = "must have at most 100 characters")
        String source,

        @Schema(description = "The record's id there", example = "L2026000123")
        @Nullable
        @Size(max = 200, message = "must have at most 200 characters")
        String externalId,

        @Schema(description = "The registrant, an organisation of the directory") @NotNull(message = "must be given")
        UUID organisationId,

        @Schema(example = "en", description = "Language of the texts: en or ja") @NotBlank(message = "must be en or ja")
        String language,

        @Schema(example = "Solid electrolyte sheet that can be handled in air")
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most 500 characters")
        String title,

        @Nullable String outline,
        @Nullable String purpose,
        @Nullable String effect,
        @Nullable String applicableProducts,
        @Nullable String advantage,
        @Nullable String applicant,
        @Nullable String inventionName,
        @Schema(example = "2020-906640") @Nullable String applicationNumber,
        @Schema(example = "9905538") @Nullable String registrationNumber,
        @Nullable String publicationNumber,
        @Nullable Boolean unpublished,
        @Schema(example = "[\"H01M 10/0562\"]") @Nullable List<String> ipc,
        @Nullable ThreeValued workedBefore,
        @Nullable ThreeValued licensedBefore,
        @Nullable Licence licence,
        @Nullable Assignment assignment,

        @Schema(example = "4", description = "Technology readiness level, 1 to 9") @Nullable
        Integer trl,

        @Nullable ThreeValued knowHow,
        @Nullable ThreeValued training,
        @Nullable ThreeValued samples,
        @Nullable List<String> coOwners,
        @Nullable Boolean registrantOwns,
        @Nullable Boolean powerOfAttorney,
        @Nullable Boolean publiclyFunded,

        @Schema(description = "Whether its technology transfer begins at once; true where absent") @Nullable
        Boolean start) {

    record Licence(
            @Nullable ThreeValued offered,
            @Nullable LicenceKind kind,
            @Nullable ThreeValued lumpSum,
            @Nullable ThreeValued royalty,
            @Nullable ThreeValued domestic,
            @Nullable String wishes) {}

    record Assignment(
            @Nullable ThreeValued offered,
            @Nullable ThreeValued lumpSum,
            @Nullable String wishes) {}

    SeedContent content() {
        return new SeedContent(
                language,
                title,
                text(outline),
                text(purpose),
                text(effect),
                text(applicableProducts),
                text(advantage),
                text(applicant),
                text(inventionName),
                StringUtils.trimToNull(applicationNumber),
                StringUtils.trimToNull(registrationNumber),
                StringUtils.trimToNull(publicationNumber),
                Boolean.TRUE.equals(unpublished),
                Objects.requireNonNullElse(ipc, List.of()),
                said(workedBefore),
                said(licensedBefore),
                licence == null
                        ? SeedContent.LicenceTerms.unspecified()
                        : new SeedContent.LicenceTerms(
                                said(licence.offered()),
                                licence.kind(),
                                said(licence.lumpSum()),
                                said(licence.royalty()),
                                said(licence.domestic()),
                                text(licence.wishes())),
                assignment == null
                        ? SeedContent.AssignmentTerms.unspecified()
                        : new SeedContent.AssignmentTerms(
                                said(assignment.offered()), said(assignment.lumpSum()), text(assignment.wishes())),
                trl,
                said(knowHow),
                said(training),
                said(samples),
                Objects.requireNonNullElse(coOwners, List.of()),
                !Boolean.FALSE.equals(registrantOwns),
                Boolean.TRUE.equals(powerOfAttorney),
                Boolean.TRUE.equals(publiclyFunded));
    }

    private static String text(@Nullable String text) {
        return StringUtils.defaultString(text);
    }

    private static ThreeValued said(@Nullable ThreeValued value) {
        return Objects.requireNonNullElse(value, ThreeValued.NOT_SPECIFIED);
    }
}
