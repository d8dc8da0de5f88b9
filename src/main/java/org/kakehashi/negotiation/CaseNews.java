package org.kakehashi.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kakehashi.matching.Match;
import org.kakehashi.needs.Need;
import org.kakehashi.registry.Seed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the running processes what happened to records and matches. Whoever is not ready to hear it yet hears it again:
 * a listener that fails leaves its event in the outbox.
 */
@Component
class CaseNews {

    private final Transfers transfers;
    private final LicensingCases cases;
    private final Negotiations negotiations;
    private final CaseOpening opening;
    private final Course course;

    CaseNews(Transfers transfers, LicensingCases cases, Negotiations negotiations, CaseOpening opening, Course course) {
        this.transfers = transfers;
        this.cases = cases;
        this.negotiations = negotiations;
        this.opening = opening;
        this.course = course;
    }

    @ApplicationModuleListener
    void on(Seed.Registered registered) {
        if (registered.startTransfer()) {
            transfers.start(Transfer.Origin.SEED, registered.number(), null, null);
        }
    }

    @ApplicationModuleListener
    void on(Need.Received received) {
        if (received.startTransfer()) {
            transfers.start(Transfer.Origin.NEED, null, received.number(), null);
        }
    }

    @ApplicationModuleListener
    void on(Match.Accepted accepted) {
        opening.open(accepted.number());
    }

    @ApplicationModuleListener
    void on(Match.Proposed proposed) {
        transfers.candidatesChanged(proposed.recordNumber());
    }

    @ApplicationModuleListener
    void on(Seed.Withdrawn withdrawn) {
        String reason = (withdrawn.lapsed() ? "The patent is lost: " : "The seed was withdrawn: ") + withdrawn.reason();
        List<String> busy = new ArrayList<>(cases.openOn(withdrawn.number()).stream()
                .map(LicensingCase::number)
                .filter(Predicate.not(number -> negotiations.loseSeed(number, withdrawn.lapsed(), reason)))
                .toList());
        close(withdrawn.number(), busy);
    }

    @ApplicationModuleListener
    void on(Need.Closed closed) {
        close(closed.number(), new ArrayList<>());
    }

    private void close(String recordNumber, List<String> busy) {
        if (!course.recordClosed(recordNumber)) {
            busy.add(recordNumber);
        }
        if (!busy.isEmpty()) {
            throw new IllegalStateException("Cannot end just now, will be told again: " + String.join(", ", busy));
        }
    }
}
