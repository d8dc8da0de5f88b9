package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The points of a term sheet on which the two sides take positions, in the order in which people read them. */
public enum Clause {
    GRANT(
            "Kind of licence",
            terms -> terms.licenceKind() == null ? "" : terms.licenceKind().english()),
    FIELD_OF_USE("Field of use", Terms::fieldOfUse),
    TERRITORY("Territory", Terms::territory),
    ACTS("Acts", terms -> terms.acts().stream().sorted().map(Act::english).collect(Collectors.joining(", "))),
    TERM("Term", terms -> years(terms.termYears())),
    SUBLICENSING(
            "Sublicensing",
            terms -> terms.sublicensing() == null ? "" : terms.sublicensing().english()),
    UPFRONT("Upfront payment", terms -> yen(terms.upfrontYen())),
    ROYALTY("Running royalty", Clause::royalty),
    MINIMUM("Yearly minimum", terms -> yen(terms.minimumAnnualYen())),
    MILESTONES("Milestones", Terms::milestones),
    PATENT_COSTS("Patent costs", Terms::patentCosts),
    IMPROVEMENTS("Improvements", Terms::improvements),
    CONFIDENTIALITY("Confidentiality", Terms::confidentiality),
    WARRANTIES("Warranties", Terms::warranties),
    AUDIT("Audit", Terms::audit),
    TERMINATION("Termination", Terms::termination),
    GOVERNING_LAW("Governing law", Terms::governingLaw);

    private final String english;
    private final Function<Terms, String> position;

    Clause(String english, Function<Terms, String> position) {
        this.english = english;
        this.position = position;
    }

    public String english() {
        return english;
    }

    /** What the terms say on this point, as people read it; empty where they are silent. */
    public String position(Terms terms) {
        return position.apply(terms);
    }

    private static String years(@Nullable Integer years) {
        return years == null ? "" : years == 1 ? "1 year" : years + " years";
    }

    private static String yen(@Nullable BigDecimal yen) {
        return yen == null ? "" : String.format(Locale.ROOT, "JPY %,.0f", yen);
    }

    private static String royalty(Terms terms) {
        return Stream.concat(
                        Stream.of(percent(terms.royaltyPercent())),
                        terms.royaltyTiers().stream().map(RoyaltyTier::described))
                .collect(Collectors.joining(", "));
    }

    private static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "" : plain(percent) + " % of net sales";
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
