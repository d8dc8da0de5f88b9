package org.kakehashi.contract;

import java.util.List;
import java.util.Set;

/**
 * The fields in which a licence may be used, as contracts write them: a list, or all of them. Fields meet where one's
 * words contain the other's, so that "lithium-ion batteries" lies within "batteries"; in doubt they meet.
 */
record FieldOfUse(List<String> fields) {

    private static final Set<String> ALL = Set.of("all", "all fields", "any", "any field", "全分野", "全ての分野", "限定なし");

    static FieldOfUse of(String text) {
        List<String> fields = ScopeWords.entries(text);
        return new FieldOfUse(fields.stream().anyMatch(ALL::contains) ? List.of() : fields);
    }

    boolean isEverything() {
        return fields.isEmpty();
    }

    boolean meets(FieldOfUse other) {
        return isEverything()
                || other.isEverything()
                || fields.stream().anyMatch(field -> other.fields.stream()
                        .anyMatch(
                                another -> ScopeWords.contains(field, another) || ScopeWords.contains(another, field)));
    }
}
