package org.kakehashi.documents;

import static org.kakehashi.platform.security.Roles.LEGAL;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.REGISTRARS;

import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who sees and adds which documents of a case. */
@Component
class DocumentAccess {

    private final CaseAccess cases;
    private final CurrentUser user;

    DocumentAccess(CaseAccess cases, CurrentUser user) {
        this.cases = cases;
        this.user = user;
    }

    /** Up to which tier the user sees the documents of the case; a company sees nothing that is the case team's. */
    Confidentiality tier(LicensingCase licensingCase) {
        if (cases.isCompanyOf(licensingCase)) {
            Confidentiality reached = licensingCase.confidentiality();
            return reached.covers(Confidentiality.NDA) ? Confidentiality.NDA : reached;
        }
        return switch (cases.into(licensingCase)) {
            case OUTLINE -> Confidentiality.REGISTERED;
            case COURSE -> Confidentiality.INTRODUCED;
            case TERMS -> {
                Confidentiality reached = licensingCase.confidentiality();
                boolean all = user.belongsToOneOf(LEGAL, MANAGERS, REGISTRARS) || reached.covers(Confidentiality.NDA);
                yield all ? Confidentiality.CASE_TEAM : reached;
            }
        };
    }

    boolean sees(LicensingCase licensingCase, Document document) {
        return tier(licensingCase).covers(document.tier())
                || document.versions().stream()
                        .anyMatch(version -> version.author().equals(user.name()));
    }

    /** @throws Refusal where the document's tier is above what the user may see */
    void see(LicensingCase licensingCase, Document document) {
        if (!sees(licensingCase, document)) {
            throw Refusal.forbidden("Document %d of %s is confidential beyond what you may see of the case."
                    .formatted(document.number(), document.caseNumber()));
        }
    }

    /** Whether the user may add documents to the case. */
    boolean adds(LicensingCase licensingCase) {
        return cases.isCompanyOf(licensingCase) || cases.into(licensingCase).covers(Insight.TERMS);
    }

    /** @throws Refusal where the user does not work on the case */
    void add(LicensingCase licensingCase) {
        if (!adds(licensingCase)) {
            throw Refusal.forbidden("Only those who work on case " + licensingCase.number() + " add documents to it.");
        }
    }
}
