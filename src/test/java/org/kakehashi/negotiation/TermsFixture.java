package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.LicenceKind;

/** Terms as invented parties would offer them. */
public final class TermsFixture {

    private TermsFixture() {}

    /** A small non-exclusive licence. */
    public static Terms nonExclusive() {
        return terms(LicenceKind.NON_EXCLUSIVE, 5, "1000000", "3.5", "200000");
    }

    public static Terms with(LicenceKind kind, String upfrontYen, String royaltyPercent, String minimumAnnualYen) {
        return terms(kind, 5, upfrontYen, royaltyPercent, minimumAnnualYen);
    }

    /** The small licence with a royalty that falls as sales rise. */
    public static Terms withTiers(RoyaltyTier... tiers) {
        return terms(LicenceKind.NON_EXCLUSIVE, 5, "1000000", "3.5", "200000", tiers);
    }

    /** The same terms for another territory. */
    static Terms in(String territory, Terms terms) {
        return new Terms(
                terms.licenceKind(),
                terms.fieldOfUse(),
                territory,
                terms.acts(),
                terms.termYears(),
                terms.sublicensing(),
                terms.upfrontYen(),
                terms.royaltyPercent(),
                terms.royaltyTiers(),
                terms.minimumAnnualYen(),
                terms.milestones(),
                terms.patentCosts(),
                terms.improvements(),
                terms.confidentiality(),
                terms.warranties(),
                terms.audit(),
                terms.termination(),
                terms.governingLaw());
    }

    static Terms terms(
            @Nullable LicenceKind kind,
            @Nullable Integer years,
            @Nullable String upfrontYen,
            @Nullable String royaltyPercent,
            @Nullable String minimumAnnualYen,
            RoyaltyTier... tiers) {
        return new Terms(
                kind,
                "Lamps for night work",
                "Japan",
                Set.of(Act.MAKE, Act.SELL),
                years,
                Sublicensing.WITH_CONSENT,
                decimal(upfrontYen),
                decimal(royaltyPercent),
                List.of(tiers),
                decimal(minimumAnnualYen),
                StandardTerms.TERMS.milestones(),
                StandardTerms.TERMS.patentCosts(),
                StandardTerms.TERMS.improvements(),
                StandardTerms.TERMS.confidentiality(),
                StandardTerms.TERMS.warranties(),
                StandardTerms.TERMS.audit(),
                StandardTerms.TERMS.termination(),
                StandardTerms.TERMS.governingLaw());
    }

    /** What a form or a caller over REST sends for the small licence, with other entries in place of its own. */
    public static Map<String, Object> entry(Map<String, ?> others) {
        var entry = new HashMap<String, Object>(Map.of(
                "licenceKind",
                "NON_EXCLUSIVE",
                "fieldOfUse",
                "Lamps for night work",
                "territory",
                "Japan",
                "acts",
                List.of("MAKE", "SELL"),
                "termYears",
                5,
                "sublicensing",
                "WITH_CONSENT",
                "upfrontYen",
                1000000,
                "royaltyPercent",
                3.5,
                "minimumAnnualYen",
                200000));
        entry.putAll(others);
        return entry;
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }
}
