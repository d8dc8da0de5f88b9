package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Set;
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
                openCases);
    }
}
