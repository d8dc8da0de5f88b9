package org.kakehashi.contract;

/** A clause by which a licence restrains the licensee and at which antitrust law looks. */
public enum Restraint {
    PRICE_FIXING("Fixes the sale, resale or export price"),
    RESEARCH_RESTRICTION("Restricts the licensee's own research and development"),
    ALTERNATIVES_BANNED("Bans competing or alternative technology"),
    GRANT_BACK("Claims assignment or exclusive grant-back of improvements"),
    NO_CHALLENGE("Forbids to challenge the patent's validity"),
    TYING("Ties the licence to other goods or technology"),
    PACKAGE_LICENCE("Licenses only in a package"),
    NON_ASSERTION("Forbids the licensee to assert its own patents"),
    FIELD_LIMIT("Limits the field of use"),
    TERRITORY_LIMIT("Limits the territory"),
    TERM_LIMIT("Limits the term");

    private final String english;

    Restraint(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
