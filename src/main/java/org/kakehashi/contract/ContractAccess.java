package org.kakehashi.contract;

import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who sees and tells what of a contract: as its case allows. */
@Component
public class ContractAccess {

    private final CaseAccess cases;
    private final LicensingCases licensingCases;
    private final OwnRecords own;
    private final CurrentUser user;

    ContractAccess(CaseAccess cases, LicensingCases licensingCases, OwnRecords own, CurrentUser user) {
        this.cases = cases;
        this.licensingCases = licensingCases;
        this.own = own;
        this.user = user;
    }

    /** @throws Refusal where the user may see neither records nor cases */
    public void enter() {
        if (own.narrowedTo().isEmpty()) {
            cases.enter();
        }
    }

    /**
     * Whether the user may see what was agreed, and report what came of it.
     *
     * @throws Refusal where a program has nothing to do with the contract
     */
    public boolean seesTerms(Contract contract) {
        return cases.into(licensingCases.of(contract.caseNumber())).covers(CaseAccess.Insight.TERMS);
    }

    /** @throws Refusal where the user speaks for nobody who takes part in the contract */
    public void takePart(Contract contract) {
        if (!seesTerms(contract)) {
            throw Refusal.forbidden(
                    "Only those who work on the case of " + contract.number() + " see and change this.");
        }
    }

    /** @throws Refusal where the user does not keep the register, and is no program that takes part in the contract */
    public void keepRegister(Contract contract) {
        if (own.narrowedTo().isPresent()) {
            takePart(contract);
        } else if (!user.belongsToOneOf(Roles.REGISTRARS)) {
            throw Refusal.forbidden("Registrars and integrators hand in the patent office's receipts.");
        }
    }
}
