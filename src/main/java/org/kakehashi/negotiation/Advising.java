package org.kakehashi.negotiation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kakehashi.advisers.AdviserRouting;
import org.kakehashi.advisers.Routing;
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
    private final Journal journal;

    Advising(
            LicensingCases cases,
            Transfers transfers,
            Seeds seeds,
            Needs needs,
            AdviserRouting routing,
            Workload workload,
            Journal journal) {
        this.cases = cases;
        this.transfers = transfers;
        this.seeds = seeds;
        this.needs = needs;
        this.routing = routing;
        this.workload = workload;
        this.journal = journal;
    }

    /** The record's adviser: the one it has, or the one found for it now. */
    public String ofRecord(String recordNumber, Side side) {
        return known(recordNumber).orElseGet(() -> {
            Routing.Choice choice = choose(recordNumber, side);
            transfers.assign(recordNumber, choice.userId());
            workload.assigned(choice.userId(), recordNumber);
            journal.note(recordNumber, "Adviser assigned", choice.userId() + ". " + choice.reason());
            return choice.userId();
        });
    }

    /** Makes sure that each side of the case has an adviser: its record's, or one found for it now. */
    public LicensingCase assign(String caseNumber) {
        LicensingCase licensingCase = cases.of(caseNumber);
        stand(licensingCase, Side.LICENSOR, licensingCase.seedNumber());
        stand(licensingCase, Side.LICENSEE, licensingCase.needNumber());
        return licensingCase;
    }

    /** Another adviser takes the side over. */
    public LicensingCase hand(String caseNumber, Side side, String user) {
        LicensingCase licensingCase = cases.of(caseNumber);
        String before = licensingCase.party(side).adviser();
        licensingCase.assign(side, user);
        workload.assigned(user, caseNumber);
        if (before != null
                && !Objects.equals(before, licensingCase.party(side.other()).adviser())) {
            workload.released(before, caseNumber);
        }
        journal.note(caseNumber, "Adviser of the %s assigned".formatted(side.lower()), user);
        return licensingCase;
    }

    private void stand(LicensingCase licensingCase, Side side, String recordNumber) {
        if (licensingCase.party(side).adviser() == null) {
            hand(licensingCase.number(), side, known(recordNumber).orElseGet(() -> choose(recordNumber, side)
                    .userId()));
        }
    }

    private Optional<String> known(String recordNumber) {
        return transfers.find(recordNumber).map(Transfer::adviser);
    }

    private Routing.Choice choose(String recordNumber, Side side) {
        return routing.choose(
                side == Side.LICENSOR ? request(seeds.numbered(recordNumber)) : request(needs.numbered(recordNumber)));
    }

    private static Routing.Request request(Seed seed) {
        return new Routing.Request(
                Side.LICENSOR, seed.prefecture(), seed.technologyFields(), seed.language(), Set.of());
    }

    private static Routing.Request request(Need need) {
        return new Routing.Request(
                Side.LICENSEE, need.prefecture(), need.technologyFields(), need.language(), Set.of());
    }
}
