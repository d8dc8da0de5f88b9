package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** An adviser as callers see it. */
record AdviserResponse(
        @Schema(example = "adviser-13") String userId,
        String name,
        @Nullable String nameJa,
        String email,
        Prefecture prefecture,
        String host,
        Set<TechnologyField> fields,
        Set<String> languages,

        @Schema(description = "Last day of an absence that has begun") @Nullable
        LocalDate absentUntil,

        @Schema(description = "Who stands in meanwhile") @Nullable
        String deputy,

        boolean active,
        Adviser.Kind kind,
        @Nullable UUID hostOrganisationId,
        @Nullable LocalDate engagedFrom,
        @Nullable LocalDate engagedUntil,

        @Schema(description = "Open records and cases in hand", example = "34")
        int openCases) {

    static AdviserResponse of(Adviser adviser, int openCases, @Nullable Absence absence) {
        return new AdviserResponse(
                adviser.userId(),
                adviser.name(),
                adviser.nameJa(),
                adviser.email(),
                adviser.prefecture(),
                adviser.host(),
                adviser.fields(),
                adviser.languages(),
                absence == null ? null : absence.lastDay(),
                absence == null ? null : absence.deputy(),
                adviser.isActive(),
                adviser.kind(),
                adviser.engagement().hostOrganisation(),
                adviser.engagement().from(),
                adviser.engagement().until(),
                openCases);
    }
}
