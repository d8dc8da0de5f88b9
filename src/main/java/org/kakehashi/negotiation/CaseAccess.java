package org.kakehashi.negotiation;

import static org.kakehashi.platform.security.Roles.ADMINISTRATORS;
import static org.kakehashi.platform.security.Roles.ADVISERS;
import static org.kakehashi.platform.security.Roles.LEGAL;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.REGISTRARS;
import static org.kakehashi.platform.security.Roles.SUPERVISORS;

import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who of the programme's people sees how much of a case. */
@Component
public class CaseAccess {

    /** How much of a case somebody sees, rising. */
    public enum Insight {
        /** Which case it is, whose it is and where it stands. */
        OUTLINE,
        /** Also its course: the open tasks, and what happened when. */
        COURSE,
        /** Also what the sides offered and wrote to each other. */
        TERMS;

        public boolean covers(Insight other) {
            return compareTo(other) >= 0;
        }
    }

    private final CaseTeam team;
    private final CurrentUser user;

    CaseAccess(CaseTeam team, CurrentUser user) {
        this.team = team;
        this.user = user;
    }

    /** The group of those who act for a company of the case; nobody with an account belongs to it. */
    public static String companiesOf(String caseNumber) {
        return "companies of " + caseNumber;
    }

    /** Whether the one who acts does so for a company of the case. */
    public boolean isCompanyOf(LicensingCase licensingCase) {
        return user.belongsToOneOf(companiesOf(licensingCase.number()));
    }

    /** @throws Refusal where the user may see neither records nor cases */
    public void enter() {
        if (!user.belongsToOneOf(ADVISERS, REGISTRARS, LEGAL, MANAGERS, SUPERVISORS, ADMINISTRATORS)) {
            throw Refusal.forbidden("Records and cases are open to the programme's own people only.");
        }
    }

    /**
     * How much of the case the user sees: registrars, legal, managers and the case team everything,
     * supervisors and administrators all but the terms, other advisers the outline.
     *
     * @throws Refusal where the user may see no case at all
     */
    public Insight into(LicensingCase licensingCase) {
        enter();
        if (user.belongsToOneOf(REGISTRARS, LEGAL, MANAGERS) || advises(licensingCase)) {
            return Insight.TERMS;
        }
        return user.belongsToOneOf(SUPERVISORS, ADMINISTRATORS) ? Insight.COURSE : Insight.OUTLINE;
    }

    private boolean advises(LicensingCase licensingCase) {
        return user.belongsToOneOf(ADVISERS) && team.includes(licensingCase, user.name());
    }
}
