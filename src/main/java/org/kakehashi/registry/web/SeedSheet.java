package org.kakehashi.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.ThreeValued;

/** What a seed says, under the names by which a {@link SeedRequest} states it. */
record SeedSheet(
        String language,
        String title,
        String outline,
        String purpose,
        String effect,
        String applicableProducts,
        String advantage,
        String publications,
        String inventionName,
        String applicant,
        String patentee,
        @Nullable String applicationNumber,
        @Nullable LocalDate applicationDate,
        @Nullable String publicationNumber,
        @Nullable String registrationNumber,
        boolean unpublished,
        List<String> ipc,
        String relatedAtHome,
        String relatedAbroad,
        @Nullable LocalDate expiresOn,
        List<String> technicalFields,
        List<String> functions,
        LicenceSheet licence,
        AssignmentSheet assignment,
        @Nullable Integer trl,
        ThreeValued workedBefore,
        ThreeValued licensedBefore,
        ThreeValued knowHow,
        ThreeValued training,
        ThreeValued samples,
        boolean registrantOwns,
        List<String> coOwners,
        boolean powerOfAttorney,
        boolean publiclyFunded,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate updatedOn,
        String registrant,
        String registrantType) {

    static SeedSheet of(SeedContent content) {
        SeedContent.Texts texts = content.texts();
        SeedContent.Patent patent = content.patent();
        SeedContent.Maturity maturity = content.maturity();
        SeedContent.Ownership ownership = content.ownership();
        SeedContent.Listing listing = content.listing();
        return new SeedSheet(
                content.language(),
                texts.title(),
                texts.outline(),
                texts.purpose(),
                texts.effect(),
                texts.applicableProducts(),
                texts.advantage(),
                texts.publications(),
                patent.inventionName(),
                patent.applicant(),
                patent.patentee(),
                patent.applicationNumber(),
                patent.applicationDate(),
                patent.publicationNumber(),
                patent.registrationNumber(),
                patent.unpublished(),
                patent.ipc(),
                patent.relatedAtHome(),
                patent.relatedAbroad(),
                patent.expiresOn(),
                content.topics().fields(),
                content.topics().functions(),
                LicenceSheet.of(content.licence()),
                AssignmentSheet.of(content.assignment()),
                maturity.trl(),
                maturity.workedBefore(),
                maturity.licensedBefore(),
                maturity.knowHow(),
                maturity.training(),
                maturity.samples(),
                ownership.registrantOwns(),
                ownership.coOwners(),
                ownership.powerOfAttorney(),
                ownership.publiclyFunded(),
                listing.registeredOn(),
                listing.updatedOn(),
                listing.registrant(),
                listing.registrantType());
    }
}
