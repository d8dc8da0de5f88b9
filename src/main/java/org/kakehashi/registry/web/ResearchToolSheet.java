package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.shared.ThreeValued;

/** A research tool's conditions as callers state and see them. */
record ResearchToolSheet(
        @NotNull(message = "must be given") ResearchTool.Type type,
        @Nullable @Valid TermsSheet academia,
        @Nullable @Valid TermsSheet industry,

        @Schema(description = "Whether the material itself can be had") @Nullable
        ThreeValued material,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String materialText,

        @Schema(description = "Where the form of the material transfer agreement is", example = "UBMTA")
        @Nullable
        @Size(max = 1_000, message = "must have at most 1000 characters")
        String mtaForm,

        @Schema(description = "Whom to talk to at the owner's")
        @Nullable
        @Size(max = 200, message = "must have at most 200 characters")
        String contactName,

        @Schema(example = "licensing@nomi.example")
        @Nullable
        @Size(max = 254, message = "must have at most 254 characters")
        String contactEmail) {

    record TermsSheet(
            @Nullable ThreeValued offered,

            @Schema(description = "For the whole term, without tax; 0 where it is free", example = "300000")
            @Nullable
            @Min(value = 0, message = "must not be negative")
            @Max(value = 10_000_000_000L, message = "must be at most 10000000000")
            Long feeYen,

            @Schema(example = "36")
            @Nullable
            @Min(value = 1, message = "must be between 1 and 240")
            @Max(value = 240, message = "must be between 1 and 240")
            Integer termMonths,

            @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
            String text) {

        static TermsSheet of(ResearchTool.Terms terms) {
            return new TermsSheet(terms.offered(), terms.feeYen(), terms.termMonths(), terms.text());
        }

        static ResearchTool.Terms terms(@Nullable TermsSheet sheet) {
            return sheet == null
                    ? new ResearchTool.Terms(ThreeValued.NOT_SPECIFIED, null, null, "")
                    : new ResearchTool.Terms(
                            Conditions.known(sheet.offered),
                            sheet.feeYen,
                            sheet.termMonths,
                            StringUtils.defaultString(sheet.text));
        }
    }

    static ResearchToolSheet of(ResearchTool.Content content) {
        return new ResearchToolSheet(
                content.type(),
                TermsSheet.of(content.academia()),
                TermsSheet.of(content.industry()),
                content.material().value(),
                content.material().text(),
                content.mtaForm(),
                content.contactName(),
                content.contactEmail());
    }

    ResearchTool.Content content() {
        return new ResearchTool.Content(
                type,
                TermsSheet.terms(academia),
                TermsSheet.terms(industry),
                Conditions.of(material, materialText),
                StringUtils.defaultString(mtaForm),
                StringUtils.defaultString(contactName),
                StringUtils.trimToEmpty(contactEmail));
    }
}
