package org.kakehashi.registry.web;

import jakarta.validation.constraints.Size;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.ThreeValued;

/** The conditions of a licence as callers state and see them: to each the answer, and beside it the owner's words. */
record LicenceSheet(
        @Nullable ThreeValued offered,
        @Nullable LicenceKind kind,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String kindText,

        @Nullable ThreeValued lumpSum,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String lumpSumText,

        @Nullable ThreeValued royalty,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String royaltyText,

        @Nullable ThreeValued domestic,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String domesticText,

        @Nullable ThreeValued foreign,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String foreignText,

        @Nullable @Size(max = Conditions.LONGEST, message = Conditions.TOO_LONG)
        String wishes) {

    static LicenceSheet of(SeedContent.LicenceTerms terms) {
        return new LicenceSheet(
                terms.offered(),
                terms.kind(),
                terms.kindText(),
                terms.lumpSum().value(),
                terms.lumpSum().text(),
                terms.royalty().value(),
                terms.royalty().text(),
                terms.domestic().value(),
                terms.domestic().text(),
                terms.foreign().value(),
                terms.foreign().text(),
                terms.wishes());
    }

    SeedContent.LicenceTerms terms() {
        return new SeedContent.LicenceTerms(
                Conditions.known(offered),
                kind,
                StringUtils.defaultString(kindText),
                Conditions.of(lumpSum, lumpSumText),
                Conditions.of(royalty, royaltyText),
                Conditions.of(domestic, domesticText),
                Conditions.of(foreign, foreignText),
                StringUtils.defaultString(wishes));
    }
}
