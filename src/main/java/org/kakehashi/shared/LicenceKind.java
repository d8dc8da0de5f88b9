package org.kakehashi.shared;

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

    /** Whether the right takes effect only once the patent office has registered it. */
    public boolean needsRegistration() {
        return this == EXCLUSIVE_REGISTERED || this == PROVISIONAL_EXCLUSIVE || this == ASSIGNMENT;
    }

    /** Whether the right shuts out every other licensee within its scope. */
    public boolean isExclusive() {
        return this == EXCLUSIVE_REGISTERED || this == EXCLUSIVE || this == PROVISIONAL_EXCLUSIVE || this == ASSIGNMENT;
    }
}
