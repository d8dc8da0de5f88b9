package org.kakehashi.signing;

import static org.kakehashi.platform.security.Roles.LEGAL;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.REGISTRARS;

import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who sees a contract's way through its signatures: who sees the case's terms. */
@Component
public class SignatureAccess {

    private final CaseAccess access;
    private final LicensingCases cases;
    private final CurrentUser user;

    SignatureAccess(CaseAccess access, LicensingCases cases, CurrentUser user) {
        this.access = access;
        this.cases = cases;
        this.user = user;
    }

    /** @throws Refusal where the user does not work on the case */
    public void enter(String caseNumber) {
        if (!access.into(cases.of(caseNumber)).covers(Insight.TERMS)) {
            throw Refusal.forbidden("The signatures of " + caseNumber + " are open to those who work on the case.");
        }
    }

    /** @throws Refusal where the user does not see all cases */
    public void enterAll() {
        if (!user.belongsToOneOf(LEGAL, MANAGERS, REGISTRARS)) {
            throw Refusal.forbidden(
                    "The list of signatures is open to legal, managers and registrars;" + " others ask by case.");
        }
    }
}
