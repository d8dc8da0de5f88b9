package org.kakehashi.negotiation;

import static org.kakehashi.platform.security.Roles.ADMINISTRATORS;
import static org.kakehashi.platform.security.Roles.ADVISERS;
import static org.kakehashi.platform.security.Roles.LEGAL;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.REGISTRARS;
import static org.kakehashi.platform.security.Roles.SUPERVISORS;

import java.util.stream.Stream;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
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
    private final OwnRecords own;
    private final CurrentUser user;

    CaseAccess(CaseTeam team, OwnRecords own, CurrentUser user) {
        this.team = team;
        this.own = own;
        this.user = user;
    }

    /** The group of those who act for a company of the case; nobody with an account belongs to it. */
    public static String companiesOf(String caseNumber) {
        return "companies of " + caseNumber;
    }

    /** Whether the one who acts does so for a company of the case, by its link or as the program that entered its record. */
    public boolean isCompanyOf(LicensingCase licensingCase) {
        return user.belongsToOneOf(companiesOf(licensingCase.number())) || isProgramOf(licensingCase);
    }

    /** @throws Refusal where the user may see neither records nor cases */
    public void enter() {
        if (!user.belongsToOneOf(ADVISERS, REGISTRARS, LEGAL, MANAGERS, SUPERVISORS, ADMINISTRATORS)) {
            throw Refusal.forbidden("Records and cases are open to the programme's own people only.");
        }
    }

    /**
     * How much of the case the user sees: registrars, legal, managers and the case team everything, supervisors and
     * administrators all but the terms, other advisers the outline; a program everything where it entered the seed or the
     * need.
     *
     * @throws Refusal where the user may see no case at all, or a program has nothing to do with this one
     */
    public Insight into(LicensingCase licensingCase) {
        if (own.narrowedTo().isPresent()) {
            if (isProgramOf(licensingCase)) {
                return Insight.TERMS;
            }
            throw LicensingCases.unknown(licensingCase.number());
        }
        enter();
        if (user.belongsToOneOf(REGISTRARS, LEGAL, MANAGERS) || advises(licensingCase)) {
            return Insight.TERMS;
        }
        return user.belongsToOneOf(SUPERVISORS, ADMINISTRATORS) ? Insight.COURSE : Insight.OUTLINE;
    }

    /** @throws Refusal where the user neither advises the side nor entered its record, and is no manager */
    public void speakFor(Side side, LicensingCase licensingCase) {
        boolean speaks = own.narrowedTo().isPresent()
                ? own.include(licensingCase.party(side).enteredBy())
                : user.belongsToOneOf(MANAGERS) || team.speaksFor(licensingCase, side, user.name());
        if (!speaks) {
            into(licensingCase);
            throw Refusal.forbidden(
                    "Only the adviser of the %s of %s speaks for it.".formatted(side.lower(), licensingCase.number()));
        }
    }

    private boolean isProgramOf(LicensingCase licensingCase) {
        return own.narrowedTo()
                .filter(program -> Stream.of(Side.values())
                        .anyMatch(
                                side -> program.equals(licensingCase.party(side).enteredBy())))
                .isPresent();
    }

    private boolean advises(LicensingCase licensingCase) {
        return user.belongsToOneOf(ADVISERS) && team.includes(licensingCase, user.name());
    }
}
