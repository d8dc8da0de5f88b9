package org.kakehashi.negotiation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.AdviserRouting;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Routing;
import org.kakehashi.advisers.Ties;
import org.kakehashi.advisers.Workload;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands by a record, and by each side of the cases that come of it. */
@Component
@Transactional
public class Advising {

    private final LicensingCases cases;
    private final Transfers transfers;
    private final Seeds seeds;
    private final Needs needs;
    private final AdviserRouting routing;
    private final Workload workload;
    private final Ties ties;
    private final Advisers advisers;
    private final Course course;
    private final Journal journal;

    Advising(
            LicensingCases cases,
            Transfers transfers,
            Seeds seeds,
            Needs needs,
            AdviserRouting routing,
            Workload workload,
            Ties ties,
            Advisers advisers,
            Course course,
            Journal journal) {
        this.cases = cases;
        this.transfers = transfers;
        this.seeds = seeds;
        this.needs = needs;
        this.routing = routing;
        this.workload = workload;
        this.ties = ties;
        this.advisers = advisers;
        this.course = course;
        this.journal = journal;
    }

    /**
     * The record's adviser: the one it has, or the one found for it now.
     *
     * @return none where a manager must name one, as every adviser is tied to the organisation
     */
    public Optional<String> ofRecord(String recordNumber, Side side) {
        return known(recordNumber)
                .or(() -> routing.find(request(recordNumber, side)).map(choice -> {
                    stand(recordNumber, choice.userId(), choice.reason());
                    return choice.userId();
                }));
    }

    /** A manager names the record's adviser. @throws Refusal where the adviser is tied to its organisation */
    public void name(String recordNumber, Side side, String user) {
        ties.check(user, request(recordNumber, side).organisations());
        stand(recordNumber, user, "Named by a manager.");
    }

    /**
     * Finds an adviser for each side of the case that has none: its record's, or the one routing chooses. A side for
     * which nobody but tied advisers is left stays without, for a manager to name one.
     */
    public LicensingCase assign(String caseNumber) {
        LicensingCase licensingCase = cases.of(caseNumber);
        for (Side side : Side.values()) {
            if (licensingCase.party(side).adviser() == null) {
                found(licensingCase, side).ifPresent(choice -> hand(caseNumber, side, choice.userId()));
            }
        }
        return licensingCase;
    }

    /** Another adviser takes the side over. @throws Refusal where the adviser is tied to one of the parties */
    public LicensingCase hand(String caseNumber, Side side, String user) {
        LicensingCase licensingCase = cases.of(caseNumber);
        ties.check(user, parties(licensingCase));
        String before = licensingCase.party(side).adviser();
        licensingCase.assign(side, user);
        workload.assigned(user, caseNumber);
        workload.reached(caseNumber, licensingCase.stage().name());
        if (before != null
                && !Objects.equals(before, licensingCase.party(side.other()).adviser())) {
            workload.released(before, caseNumber);
        }
        journal.note(caseNumber, "Adviser of the %s assigned".formatted(side.lower()), user);
        return licensingCase;
    }

    /** Another adviser takes the record over. @throws Refusal where the adviser is tied to its organisation */
    public void handRecord(String recordNumber, Side side, String user) {
        String before = known(recordNumber).orElse(null);
        ties.check(user, request(recordNumber, side).organisations());
        stand(recordNumber, user, "Taken over.");
        if (before != null && !before.equals(user)) {
            workload.released(before, recordNumber);
            course.handed(recordNumber, before, user);
        }
    }

    /** The seeds and needs by which the adviser stands while they are on their way. */
    @Transactional(readOnly = true)
    public List<String> recordsOf(String user) {
        return transfers.of(user, course.recordsOnTheirWay());
    }

    /** Who could take the adviser's place, were these not there; none where nobody without a tie is left. */
    @Transactional(readOnly = true)
    public Optional<String> successor(String number, Side side, Set<String> excluded) {
        Set<String> out = new HashSet<>(excluded);
        Routing.Request request;
        if (number.startsWith("L")) {
            LicensingCase licensingCase = cases.of(number);
            Optional.ofNullable(licensingCase.party(side.other()).adviser()).ifPresent(out::add);
            request = request(side == Side.LICENSOR ? licensingCase.seedNumber() : licensingCase.needNumber(), side)
                    .among(Routing.CaseKind.LICENSING_CASE, parties(licensingCase));
        } else {
            request = request(number, side);
        }
        return routing.find(request.without(out)).map(Routing.Choice::userId).filter(user -> !out.contains(user));
    }

    /** The active advisers who may stand by the case, by prefecture; who is tied to a party is missing. */
    @Transactional(readOnly = true)
    public List<Adviser> eligible(String caseNumber) {
        return untied(parties(cases.of(caseNumber)));
    }

    /** The same of a record. */
    @Transactional(readOnly = true)
    public List<Adviser> eligible(String recordNumber, Side side) {
        return untied(request(recordNumber, side).organisations());
    }

    private List<Adviser> untied(Set<UUID> organisations) {
        Set<String> tied = ties.tiedTo(organisations);
        return advisers.findAll().stream()
                .filter(adviser -> adviser.isActive() && adviser.kind() == Adviser.Kind.PATENT_LICENSING)
                .filter(adviser -> !tied.contains(adviser.userId()))
                .sorted(Comparator.comparing(Adviser::prefecture).thenComparing(Adviser::name))
                .toList();
    }

    private void stand(String recordNumber, String user, String reason) {
        transfers.assign(recordNumber, user);
        workload.assigned(user, recordNumber);
        journal.note(recordNumber, "Adviser assigned", user + ". " + reason);
    }

    private Optional<Routing.Choice> found(LicensingCase licensingCase, Side side) {
        String record = side == Side.LICENSOR ? licensingCase.seedNumber() : licensingCase.needNumber();
        Set<UUID> parties = parties(licensingCase);
        return known(record)
                .filter(user -> !ties.tiedTo(parties).contains(user))
                .map(user -> new Routing.Choice(user, "Stands by " + record + "."))
                .or(() -> routing.find(request(record, side).among(Routing.CaseKind.LICENSING_CASE, parties)));
    }

    private static Set<UUID> parties(LicensingCase licensingCase) {
        return Set.of(licensingCase.licensorOrganisation(), licensingCase.licenseeOrganisation());
    }

    private Optional<String> known(String recordNumber) {
        return transfers.find(recordNumber).map(Transfer::adviser);
    }

    private Routing.Request request(String recordNumber, Side side) {
        return side == Side.LICENSOR ? request(seeds.numbered(recordNumber)) : request(needs.numbered(recordNumber));
    }

    private static Routing.Request request(Seed seed) {
        return new Routing.Request(Side.LICENSOR, seed.prefecture(), seed.technologyFields(), seed.language(), Set.of())
                .among(Routing.CaseKind.SEED, Set.of(seed.organisationId()));
    }

    private static Routing.Request request(Need need) {
        return new Routing.Request(Side.LICENSEE, need.prefecture(), need.technologyFields(), need.language(), Set.of())
                .among(Routing.CaseKind.NEED, Set.of(need.organisationId()));
    }
}
