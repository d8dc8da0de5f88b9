package org.kakehashi.documents.drafting;

import static org.kakehashi.documents.drafting.Condition.ALWAYS;
import static org.kakehashi.documents.drafting.Condition.IMPROVEMENTS;
import static org.kakehashi.documents.drafting.Condition.MARKETED;
import static org.kakehashi.documents.drafting.Condition.MONEY;
import static org.kakehashi.documents.drafting.Condition.ROYALTY;
import static org.kakehashi.documents.drafting.Condition.TERM;

import java.util.Map;
import java.util.TreeMap;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.shared.Refusal;

/** Which clauses a kind of document has, and when each stands in it. */
final class Blueprint {

    private static final Map<String, Condition> LICENCE = clauses(
            "definitions grant prohibitions third-party confidentiality termination after-termination damages"
                    + " survival law consultation",
            Map.of(
                    "fees", MONEY,
                    "books", ROYALTY,
                    "no-refund", MONEY,
                    "improvements", IMPROVEMENTS,
                    "trade-marks", MARKETED,
                    "term", TERM));

    private static final Map<DocumentKind, Map<String, Condition>> CLAUSES = Map.of(
            DocumentKind.LICENCE_AGREEMENT,
            LICENCE,
            DocumentKind.ASSIGNMENT,
            clauses(
                    "definitions grant registration third-party confidentiality damages survival law consultation",
                    Map.of("fees", MONEY, "books", ROYALTY, "no-refund", MONEY, "improvements", IMPROVEMENTS)),
            DocumentKind.NDA,
            clauses("purpose definitions confidentiality exceptions return term damages law consultation", Map.of()),
            DocumentKind.EVALUATION_AGREEMENT,
            clauses("grant prohibitions results confidentiality term after-termination law consultation", Map.of()),
            DocumentKind.OPTION_AGREEMENT,
            clauses("grant option results confidentiality term after-termination law consultation", Map.of()),
            DocumentKind.MATERIAL_TRANSFER,
            clauses("material prohibitions results confidentiality return third-party law consultation", Map.of()),
            DocumentKind.TERM_SHEET,
            clauses(
                    "subject scope effect confidentiality",
                    Map.of("fees", MONEY, "improvements", IMPROVEMENTS, "term", TERM)),
            DocumentKind.CONTRACT_REPORT,
            clauses("subject scope", Map.of("fees", MONEY, "term", TERM)));

    private Blueprint() {}

    /** @throws Refusal where such documents are not drafted */
    static Map<String, Condition> of(DocumentKind kind) {
        Map<String, Condition> clauses = CLAUSES.get(kind);
        if (clauses == null) {
            throw Refusal.invalid("There is no template for this kind of document: " + kind.english() + ".");
        }
        return clauses;
    }

    private static Map<String, Condition> clauses(String always, Map<String, Condition> sometimes) {
        var clauses = new TreeMap<>(sometimes);
        for (String clause : always.split(" ")) {
            clauses.put(clause, ALWAYS);
        }
        return clauses;
    }
}
