package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        @Nullable LocalDate absentUntil,
        boolean active,
        Adviser.Kind kind,
        @Nullable UUID hostOrganisationId,
        @Nullable LocalDate engagedFrom,
        @Nullable LocalDate engagedUntil,

        @Schema(description = "Open records and cases in hand", example = "34")
        int openCases) {

    static AdviserResponse of(Adviser adviser, int openCases) {
        return new AdviserResponse(
                adviser.userId(),
                adviser.name(),
                adviser.nameJa(),
                adviser.email(),
                adviser.prefecture(),
                adviser.host(),
                adviser.fields(),
                adviser.languages(),
                adviser.absentUntil(),
                adviser.isActive(),
                adviser.kind(),
                adviser.engagement().hostOrganisation(),
                adviser.engagement().from(),
                adviser.engagement().until(),
                openCases);
    }
}
