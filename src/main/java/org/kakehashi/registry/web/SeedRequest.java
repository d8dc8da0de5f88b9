package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.SeedContent;
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

        @Schema(description = "Where more can be read", example = "Nomi Technical Reports 12 (2024), 33-41")
        @Nullable
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String publications,

        @Schema(example = "Nomi Institute of Technology")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String applicant,

        @Schema(example = "Nomi Institute of Technology")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String patentee,

        @Schema(example = "Solid electrolyte sheet")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String inventionName,

        @Schema(example = "2020-906640") @Nullable @Size(max = 100, message = "must have at most 100 characters")
        String applicationNumber,

        @Schema(example = "2020-04-17") @Nullable LocalDate applicationDate,

        @Schema(example = "9905538") @Nullable @Size(max = 100, message = "must have at most 100 characters")
        String registrationNumber,

        @Schema(example = "2021-0903321") @Nullable @Size(max = 100, message = "must have at most 100 characters")
        String publicationNumber,

        @Schema(description = "An application not yet published: seven items only may be shown") @Nullable
        Boolean unpublished,

        @Schema(example = "[\"H01M 10/0562\"]") @Nullable List<@NotNull(message = "must be given") String> ipc,

        @Schema(description = "Related patents in Japan", example = "9905539")
        @Nullable
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String relatedAtHome,

        @Schema(description = "Related patents elsewhere", example = "US 2022/0900123 A1")
        @Nullable
        @Size(max = 5_000, message = "must have at most 5000 characters")
        String relatedAbroad,

        @Schema(description = "When the right ends", example = "2038-03-31") @Nullable
        LocalDate expiresOn,

        @Schema(
                description = "Up to three of INPIT's fields, in its words; the answer names those that are known as"
                        + " inpitFields",
                example = "[\"電気・電子\"]")
        @Nullable
        List<@NotBlank(message = "must be given") @Size(max = 100, message = "must have at most 100 characters") String>
                technicalFields,

        @Schema(description = "Up to three of INPIT's functions, in its words", example = "[\"材料・素材の製造\"]") @Nullable
        List<@NotBlank(message = "must be given") @Size(max = 100, message = "must have at most 100 characters") String>
                functions,

        @Nullable ThreeValued workedBefore,
        @Nullable ThreeValued licensedBefore,
        @Nullable @Valid LicenceSheet licence,
        @Nullable @Valid AssignmentSheet assignment,

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

        @Schema(description = "When the list that the record comes from took it", example = "2021-02-03") @Nullable
        LocalDate registeredOn,

        @Schema(description = "When that list last changed it", example = "2025-09-30") @Nullable
        LocalDate updatedOn,

        @Schema(description = "Registrant as named in that list", example = "Nomi Institute of Technology")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String registrant,

        @Schema(description = "Kind of registrant in that list's words", example = "大学")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String registrantType,

        @Schema(description = "Whether the technology transfer of the new seed begins at once; so where absent")
        @Nullable
        Boolean start,

        @Schema(
                description = "As last read: a change is then refused where somebody else was faster. Absent for a new"
                        + " seed",
                example = "0")
        @Nullable
        Integer version) {

    SeedContent content() {
        return new SeedContent(
                language,
                new SeedContent.Texts(
                        title,
                        StringUtils.defaultString(outline),
                        StringUtils.defaultString(purpose),
                        StringUtils.defaultString(effect),
                        StringUtils.defaultString(applicableProducts),
                        StringUtils.defaultString(advantage),
                        StringUtils.defaultString(publications)),
                new SeedContent.Patent(
                        StringUtils.defaultString(inventionName),
                        StringUtils.defaultString(applicant),
                        StringUtils.defaultString(patentee),
                        StringUtils.trimToNull(applicationNumber),
                        applicationDate,
                        StringUtils.trimToNull(publicationNumber),
                        StringUtils.trimToNull(registrationNumber),
                        Boolean.TRUE.equals(unpublished),
                        orEmpty(ipc),
                        StringUtils.defaultString(relatedAtHome),
                        StringUtils.defaultString(relatedAbroad),
                        expiresOn),
                new SeedContent.Topics(orEmpty(technicalFields), orEmpty(functions)),
                licence == null ? SeedContent.LicenceTerms.OPEN : licence.terms(),
                assignment == null ? SeedContent.AssignmentTerms.OPEN : assignment.terms(),
                new SeedContent.Maturity(
                        trl,
                        Conditions.known(workedBefore),
                        Conditions.known(licensedBefore),
                        Conditions.known(knowHow),
                        Conditions.known(training),
                        Conditions.known(samples)),
                new SeedContent.Ownership(
                        !Boolean.FALSE.equals(registrantOwns),
                        orEmpty(coOwners),
                        Boolean.TRUE.equals(powerOfAttorney),
                        Boolean.TRUE.equals(publiclyFunded)),
                new SeedContent.Listing(
                        registeredOn,
                        updatedOn,
                        StringUtils.defaultString(registrant),
                        StringUtils.defaultString(registrantType)));
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
