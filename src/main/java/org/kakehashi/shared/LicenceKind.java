package org.kakehashi.shared;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of right that a contract of the programme can give. */
public enum LicenceKind {
    EXCLUSIVE_REGISTERED("Exclusive licence, registered", "専用実施権"),
    EXCLUSIVE("Exclusive licence by contract", "独占的通常実施権"),
    NON_EXCLUSIVE("Non-exclusive licence", "通常実施権"),
    PROVISIONAL_EXCLUSIVE("Provisional exclusive licence", "仮専用実施権"),
    PROVISIONAL_NON_EXCLUSIVE("Provisional non-exclusive licence", "仮通常実施権"),
    ASSIGNMENT("Assignment", "譲渡"),
    OPTION("Option", "オプション"),
    EVALUATION("Evaluation licence", "評価実施許諾"),
    CROSS_LICENCE("Cross-licence", "クロスライセンス"),
    RESEARCH_TOOL("Research-tool licence", "リサーチツール実施許諾");

    private static final List<LicenceKind> LONGEST_FIRST = Stream.of(values())
            .sorted(Comparator.comparingInt((LicenceKind kind) -> kind.japanese.length())
                    .reversed())
            .toList();

    private final String english;
    private final String japanese;

    LicenceKind(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    /** The one kind that a text names in Japanese; none where it names none or several. */
    public static Optional<LicenceKind> named(String text) {
        String rest = text;
        var found = EnumSet.noneOf(LicenceKind.class);
        for (LicenceKind kind : LONGEST_FIRST) {
            if (rest.contains(kind.japanese)) {
                found.add(kind);
                rest = rest.replace(kind.japanese, "");
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** Whether the right takes effect only once the patent office has registered it. */
    public boolean needsRegistration() {
        return this == EXCLUSIVE_REGISTERED || this == PROVISIONAL_EXCLUSIVE || this == ASSIGNMENT;
    }

    /** Whether the right shuts out every other licensee within its scope. */
    public boolean isExclusive() {
        return this == EXCLUSIVE_REGISTERED || this == EXCLUSIVE || this == PROVISIONAL_EXCLUSIVE || this == ASSIGNMENT;
    }
}
