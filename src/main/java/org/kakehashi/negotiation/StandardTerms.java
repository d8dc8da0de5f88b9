package org.kakehashi.negotiation;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kakehashi.shared.LicenceKind;

/** The programme's standard terms, from which a first draft starts; scope and money are open in them. */
public final class StandardTerms {

    public static final Terms TERMS = new Terms(
            LicenceKind.NON_EXCLUSIVE,
            "",
            "Japan",
            EnumSet.of(Act.MAKE, Act.USE, Act.SELL),
            null,
            Sublicensing.WITH_CONSENT,
            null,
            null,
            List.of(),
            BigDecimal.ZERO,
            "None.",
            "The licensor keeps the patent in force at its own cost.",
            "Each side keeps its own improvements.",
            "As in the confidentiality agreement, for the term and 3 years after it.",
            "None beyond the licensor's right to license.",
            "Books may be audited once a year; the licensee bears the cost from an under-report of 10 % on.",
            "Renewed from year to year unless a side gives 60 days' notice.",
            "Law of Japan.");

    private static final Set<Clause> STANDARD = EnumSet.of(
            Clause.PATENT_COSTS,
            Clause.IMPROVEMENTS,
            Clause.CONFIDENTIALITY,
            Clause.WARRANTIES,
            Clause.AUDIT,
            Clause.TERMINATION,
            Clause.GOVERNING_LAW);

    private StandardTerms() {}

    /** The clauses with a standard wording from which the terms deviate; where they are silent the standard holds. */
    public static Set<Clause> deviations(Terms terms) {
        return STANDARD.stream()
                .filter(clause -> !clause.position(terms).isEmpty())
                .filter(clause -> !clause.position(terms).equals(clause.position(TERMS)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Clause.class)));
    }
}
