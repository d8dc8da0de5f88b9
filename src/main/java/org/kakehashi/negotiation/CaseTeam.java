package org.kakehashi.negotiation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Ties;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works on a case: its sides' advisers, who stands in for them, and the colleagues they have asked into it. */
@Component
@Transactional
public class CaseTeam {

    private final CaseTable cases;
    private final Advisers advisers;
    private final Ties ties;
    private final Absences absences;
    private final Journal journal;
    private final CurrentUser user;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseTeam(
            CaseTable cases,
            Advisers advisers,
            Ties ties,
            Absences absences,
            Journal journal,
            CurrentUser user,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.advisers = advisers;
        this.ties = ties;
        this.absences = absences;
        this.journal = journal;
        this.user = user;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the user stands by a side, stands in for who does, or was asked into the case. */
    @Transactional(readOnly = true)
    public boolean includes(LicensingCase licensingCase, String person) {
        return speaksFor(licensingCase, Side.LICENSOR, person)
                || speaksFor(licensingCase, Side.LICENSEE, person)
                || members(licensingCase.number()).contains(person);
    }

    /** Whether the user stands by that side, or stands in for who does. */
    @Transactional(readOnly = true)
    public boolean speaksFor(LicensingCase licensingCase, Side side, String person) {
        String adviser = licensingCase.party(side).adviser();
        return adviser != null
                && (adviser.equals(person)
                        || absences.represented(person).contains(adviser)
                                && isFree(licensingCase, side, person, ties.organisationsOf(person)));
    }

    /** In which cases the person works, beside those whose side the person advises. */
    @Transactional(readOnly = true)
    public Part partOf(String person) {
        return new Part(
                absences.represented(person),
                ties.organisationsOf(person),
                Set.copyOf(jdbc.sql("SELECT case_number FROM case_member WHERE user_id = ?")
                        .param(person)
                        .query(String.class)
                        .list()));
    }

    /**
     * Whose cases somebody shares.
     *
     * @param represented the colleagues for whom the person stands in today
     * @param tied the organisations whose cases are kept from the person all the same
     * @param askedInto the cases into which the person was asked
     */
    public record Part(Set<String> represented, Set<UUID> tied, Set<String> askedInto) {

        /** For whom the person stands in there, if for anybody. */
        public Optional<String> absentIn(LicensingCase licensingCase) {
            return Stream.of(Side.values())
                    .map(side -> licensingCase.party(side).adviser())
                    .filter(adviser -> adviser != null && represented.contains(adviser))
                    .findFirst();
        }
    }

    /** The colleagues asked into the case. */
    @Transactional(readOnly = true)
    public List<String> members(String caseNumber) {
        return jdbc.sql("SELECT user_id FROM case_member WHERE case_number = ? ORDER BY invited_at, user_id")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /**
     * A colleague reads from now on what the sides' advisers read. May be asked twice.
     *
     * @throws Refusal where the user stands by no side and is no manager, or the colleague is no active adviser or tied to a party
     */
    public void invite(String caseNumber, String colleague) {
        LicensingCase licensingCase = of(caseNumber);
        checkMayAsk(licensingCase);
        if (!licensingCase.isOpen()) {
            throw Refusal.conflict(caseNumber + " has ended: nobody is asked into it any more.");
        }
        if (advisers.findById(colleague).filter(Adviser::isActive).isEmpty()) {
            throw Refusal.invalid("\"" + colleague + "\" is not an active adviser: choose one of the advisers.");
        }
        ties.check(colleague, parties(licensingCase));
        int added = jdbc.sql("INSERT INTO case_member (case_number, user_id, invited_by, invited_at)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(caseNumber, colleague, user.name(), Timestamp.from(clock.instant()))
                .update();
        if (added > 0) {
            journal.note(caseNumber, "Colleague asked into the case", colleague);
        }
    }

    /** The colleague reads the case no more. May be told twice. @throws Refusal where the user may not say so */
    public void remove(String caseNumber, String colleague) {
        checkMayAsk(of(caseNumber));
        int removed = jdbc.sql("DELETE FROM case_member WHERE case_number = ? AND user_id = ?")
                .params(caseNumber, colleague)
                .update();
        if (removed > 0) {
            journal.note(caseNumber, "Colleague left the case", colleague);
        }
    }

    /** Whether the user may ask colleagues into the case. */
    public boolean mayAsk(LicensingCase licensingCase) {
        return user.belongsToOneOf(Roles.MANAGERS)
                || Stream.of(Side.values()).anyMatch(side -> speaksFor(licensingCase, side, user.name()));
    }

    private void checkMayAsk(LicensingCase licensingCase) {
        if (!mayAsk(licensingCase)) {
            throw Refusal.forbidden(
                    "The advisers of %s and managers say who is asked into it.".formatted(licensingCase.number()));
        }
    }

    private LicensingCase of(String number) {
        return cases.findById(number).orElseThrow(() -> LicensingCases.unknown(number));
    }

    static boolean isFree(LicensingCase licensingCase, Side side, String person, Set<UUID> tied) {
        return !Objects.equals(person, licensingCase.party(side.other()).adviser())
                && parties(licensingCase).stream().noneMatch(tied::contains);
    }

    static Set<UUID> parties(LicensingCase licensingCase) {
        return Set.of(licensingCase.licensorOrganisation(), licensingCase.licenseeOrganisation());
    }
}
