package org.kakehashi.documents.drafting;

import static org.kakehashi.documents.drafting.Matter.isPaid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.shared.LicenceKind;

/** When a clause or a paragraph stands in a draft. A template names it in lower case, such as {@code [royalty]}. */
enum Condition {
    ALWAYS(matter -> true),
    MONEY(matter -> matter.says(terms -> isPaid(terms.upfrontYen())
            || isPaid(terms.minimumAnnualYen())
            || hasRoyalty(terms)
            || !terms.milestones().isEmpty())),
    UPFRONT(matter -> matter.says(terms -> isPaid(terms.upfrontYen()))),
    ROYALTY(matter -> matter.says(Condition::hasRoyalty)),
    TIERS(matter -> matter.says(terms -> !terms.royaltyTiers().isEmpty())),
    MINIMUM(matter -> matter.says(terms -> isPaid(terms.minimumAnnualYen()))),
    MILESTONES(matter -> matter.says(terms -> !terms.milestones().isEmpty())),
    PATENT_COSTS(matter -> matter.says(terms -> !terms.patentCosts().isEmpty())),
    IMPROVEMENTS(matter -> matter.says(terms -> !terms.improvements().isEmpty())),
    CONFIDENTIALITY(matter -> matter.says(terms -> !terms.confidentiality().isEmpty())),
    WARRANTIES(matter -> matter.says(terms -> !terms.warranties().isEmpty())),
    AUDIT(matter -> matter.says(terms -> !terms.audit().isEmpty())),
    TERMINATION(matter -> matter.says(terms -> !terms.termination().isEmpty())),
    GOVERNING_LAW(matter -> matter.says(terms -> !terms.governingLaw().isEmpty())),
    TERM(matter -> matter.says(terms -> terms.termYears() != null)),
    MARKETED(matter ->
            matter.says(terms -> terms.acts().contains(Act.SELL) || terms.acts().contains(Act.IMPORT))),
    EXCLUSIVE(matter -> matter.says(Terms::isExclusive)),
    NON_EXCLUSIVE(matter -> matter.says(terms -> !terms.isExclusive())),
    REGISTRATION(matter -> matter.says(
            terms -> terms.licenceKind() != null && terms.licenceKind().needsRegistration())),
    SUBLICENSING(matter -> maySublicense(matter, Sublicensing.ALLOWED)),
    SUBLICENSING_WITH_CONSENT(matter -> maySublicense(matter, Sublicensing.WITH_CONSENT)),
    NO_SUBLICENSING(matter -> maySublicense(matter, Sublicensing.NOT_ALLOWED));

    private final Predicate<Matter> holds;

    Condition(Predicate<Matter> holds) {
        this.holds = holds;
    }

    boolean holds(Matter matter) {
        return holds.test(matter);
    }

    static Optional<Condition> named(String name) {
        return Arrays.stream(values())
                .filter(condition -> condition.templateName().equals(name))
                .findFirst();
    }

    private String templateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean hasRoyalty(Terms terms) {
        return isPaid(terms.royaltyPercent()) || !terms.royaltyTiers().isEmpty();
    }

    private static boolean maySublicense(Matter matter, Sublicensing answer) {
        return matter.says(terms -> terms.licenceKind() != LicenceKind.ASSIGNMENT && terms.sublicensing() == answer);
    }
}
