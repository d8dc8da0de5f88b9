package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.ThreeValued;

/** A seed as a caller states it, for a new one as for a change. What is absent is not specified. */
record SeedRequest(
        @Schema(description = "System that knows the record; fixed once created", example = "plidb")
        @Nullable
        @Pattern(regexp = "[A-Za-z0-9._-]{1,100}", message = "must be 1 to 100 letters, digits, dots or dashes")
        String source,

        @Schema(description = "The record's id there", example = "L2026000123")
        @Nullable
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String externalId,

        @Schema(description = "The registrant; fixed once created", example = "1b4e28ba-2fa1-4d2b-883f-0016d3cca427")
        @NotNull(message = "must be given")
        UUID organisationId,

        @Schema(description = "Of the texts", example = "en")
        @NotNull(message = "must be given")
        @Pattern(regexp = "en|ja", message = "must be en or ja")
        String language,

        @Schema(example = "Solid electrolyte sheet that can be handled in air")
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most 500 characters")
        String title,

        @Schema(example = "A sulphide electrolyte whose particles wear a thin oxide coat is cast into a sheet.")
        @Nullable
        @Size(max = 50_000, message = "must have at most 50000 characters")
        String outline,

        @Schema(example = "Cells without liquid")
        @Nullable
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String purpose,

        @Schema(example = "No leakage and no fire")
        @Nullable
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String effect,

        @Schema(example = "Sensors, medical devices")
        @Nullable
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String applicableProducts,

        @Schema(description = "Over competing solutions", example = "No inert-gas line needed")
        @Nullable
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String advantage,

        @Schema(example = "Nomi Institute of Technology")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String applicant,

        @Schema(example = "Solid electrolyte sheet")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String inventionName,

        @Schema(example = "2020-906640") @Nullable @Size(max = 100, message = "must have at most 100 characters")
        String applicationNumber,

        @Schema(example = "9905538") @Nullable @Size(max = 100, message = "must have at most 100 characters")
        String registrationNumber,

        @Schema(example = "2021-0903321") @Nullable @Size(max = 100, message = "must have at most 100 characters")
        String publicationNumber,

        @Schema(description = "An application not yet published: seven items only may be shown") @Nullable
        Boolean unpublished,

        @Schema(example = "[\"H01M 10/0562\"]") @Nullable List<@NotNull(message = "must be given") String> ipc,

        @Nullable ThreeValued workedBefore,
        @Nullable ThreeValued licensedBefore,
        @Nullable @Valid LicenceRequest licence,
        @Nullable @Valid AssignmentRequest assignment,

        @Schema(description = "Technology readiness level", example = "4")
        @Nullable
        @Min(value = 1, message = "must be between 1 and 9")
        @Max(value = 9, message = "must be between 1 and 9")
        Integer trl,

        @Nullable ThreeValued knowHow,
        @Nullable ThreeValued training,
        @Nullable ThreeValued samples,

        @Schema(example = "[]") @Nullable List<@NotBlank(message = "must be given") String> coOwners,

        @Schema(description = "Whether the registrant is the owner; so where absent") @Nullable
        Boolean registrantOwns,

        @Schema(description = "Needed where the registrant is not the owner, or not alone") @Nullable
        Boolean powerOfAttorney,

        @Nullable Boolean publiclyFunded,

        @Schema(description = "Whether the technology transfer of the new seed begins at once; so where absent")
        @Nullable
        Boolean start,

        @Schema(
                description = "As last read: a change is then refused where somebody else was faster. Absent for a new"
                        + " seed",
                example = "0")
        @Nullable
        Integer version) {

    record LicenceRequest(
            @Nullable ThreeValued offered,
            @Nullable LicenceKind kind,
            @Nullable ThreeValued lumpSum,
            @Nullable ThreeValued royalty,
            @Nullable ThreeValued domestic,

            @Nullable @Size(max = 5_000, message = "must have at most 5000 characters")
            String wishes) {

        SeedContent.LicenceTerms terms() {
            return new SeedContent.LicenceTerms(
                    known(offered),
                    kind,
                    known(lumpSum),
                    known(royalty),
                    known(domestic),
                    StringUtils.defaultString(wishes));
        }
    }

    record AssignmentRequest(
            @Nullable ThreeValued offered,
            @Nullable ThreeValued lumpSum,

            @Nullable @Size(max = 5_000, message = "must have at most 5000 characters")
            String wishes) {

        SeedContent.AssignmentTerms terms() {
            return new SeedContent.AssignmentTerms(known(offered), known(lumpSum), StringUtils.defaultString(wishes));
        }
    }

    SeedContent content() {
        return new SeedContent(
                language,
                title,
                StringUtils.defaultString(outline),
                StringUtils.defaultString(purpose),
                StringUtils.defaultString(effect),
                StringUtils.defaultString(applicableProducts),
                StringUtils.defaultString(advantage),
                StringUtils.defaultString(applicant),
                StringUtils.defaultString(inventionName),
                StringUtils.trimToNull(applicationNumber),
                StringUtils.trimToNull(registrationNumber),
                StringUtils.trimToNull(publicationNumber),
                Boolean.TRUE.equals(unpublished),
                ipc == null ? List.of() : ipc,
                known(workedBefore),
                known(licensedBefore),
                licence == null ? SeedContent.LicenceTerms.unspecified() : licence.terms(),
                assignment == null ? SeedContent.AssignmentTerms.unspecified() : assignment.terms(),
                trl,
                known(knowHow),
                known(training),
                known(samples),
                coOwners == null ? List.of() : coOwners,
                !Boolean.FALSE.equals(registrantOwns),
                Boolean.TRUE.equals(powerOfAttorney),
                Boolean.TRUE.equals(publiclyFunded));
    }

    private static ThreeValued known(@Nullable ThreeValued value) {
        return value == null ? ThreeValued.NOT_SPECIFIED : value;
    }
}
