package org.kakehashi.outcomes;

import java.util.List;
import java.util.stream.Collectors;
import org.kakehashi.shared.LicenceKind;

/** Kinds of right that key figures count together. */
enum KindGroup {
    LICENCES(
            "licences",
            List.of(
                    LicenceKind.EXCLUSIVE_REGISTERED,
                    LicenceKind.EXCLUSIVE,
                    LicenceKind.NON_EXCLUSIVE,
                    LicenceKind.PROVISIONAL_EXCLUSIVE,
                    LicenceKind.PROVISIONAL_NON_EXCLUSIVE,
                    LicenceKind.CROSS_LICENCE)),
    EXCLUSIVE(
            "exclusive licences",
            List.of(LicenceKind.EXCLUSIVE_REGISTERED, LicenceKind.EXCLUSIVE, LicenceKind.PROVISIONAL_EXCLUSIVE)),
    OPTIONS("options and evaluations", List.of(LicenceKind.OPTION, LicenceKind.EVALUATION));

    private final String english;
    private final List<LicenceKind> kinds;

    KindGroup(String english, List<LicenceKind> kinds) {
        this.english = english;
        this.kinds = kinds;
    }

    String english() {
        return english;
    }

    /** The condition on a contract's facts. */
    String condition() {
        return kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", ", "kind IN (", ")"));
    }
}
