package org.kakehashi.negotiation;

import java.util.Optional;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Caseload;
import org.kakehashi.platform.security.RecordAdvisers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class RecordHands implements RecordAdvisers {

    private final Transfers transfers;
    private final Absences absences;
    private final Caseload caseload;

    RecordHands(Transfers transfers, Absences absences, Caseload caseload) {
        this.transfers = transfers;
        this.absences = absences;
        this.caseload = caseload;
    }

    @Override
    public Optional<String> adviserOf(String recordNumber) {
        return transfers.find(recordNumber).map(Transfer::adviser);
    }

    @Override
    public boolean standsIn(String recordNumber, String person) {
        return adviserOf(recordNumber)
                .filter(absences.represented(person)::contains)
                .filter(adviser -> caseload.mayStandIn(recordNumber, adviser, person))
                .isPresent();
    }
}
