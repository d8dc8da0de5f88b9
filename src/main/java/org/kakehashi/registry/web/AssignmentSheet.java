package org.kakehashi.registry.web;

import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.ThreeValued;

/** The conditions of an assignment as callers state and see them. */
record AssignmentSheet(
        @Nullable ThreeValued offered,
        @Nullable ThreeValued lumpSum,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String lumpSumText,

        @Nullable ThreeValued domestic,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String domesticText,

        @Nullable ThreeValued foreign,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String foreignText,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String wishes) {

    static AssignmentSheet of(SeedContent.AssignmentTerms terms) {
        return new AssignmentSheet(
                terms.offered(),
                terms.lumpSum().value(),
                terms.lumpSum().text(),
                terms.domestic().value(),
                terms.domestic().text(),
                terms.foreign().value(),
                terms.foreign().text(),
                terms.wishes());
    }

    SeedContent.AssignmentTerms terms() {
        return new SeedContent.AssignmentTerms(
                Conditions.known(offered),
                Conditions.of(lumpSum, lumpSumText),
                Conditions.of(domestic, domesticText),
                Conditions.of(foreign, foreignText),
                StringUtils.defaultString(wishes));
    }
}
