package org.kakehashi.negotiation;

import java.util.List;
import org.kakehashi.matching.Match;
import org.kakehashi.matching.Matches;
import org.kakehashi.matching.Matching;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns accepted matches into running cases: one case for a pair, whoever found it and however often it is told. */
@Component
@Transactional
public class CaseOpening {

    private final Matches matches;
    private final Matching matching;
    private final LicensingCases cases;
    private final Transfers transfers;
    private final Course course;

    CaseOpening(Matches matches, Matching matching, LicensingCases cases, Transfers transfers, Course course) {
        this.matches = matches;
        this.matching = matching;
        this.cases = cases;
        this.transfers = transfers;
        this.course = course;
    }

    /** Opens the cases of a record's accepted matches under the record's transfer. */
    public void openAll(String recordNumber) {
        matches.of(recordNumber, Match.Status.ACCEPTED).forEach(match -> open(match, recordNumber));
    }

    /** Opens the case of an accepted match under the transfer of either record; without one, as an introduction. */
    void open(String matchNumber) {
        Match match = matching.match(matchNumber);
        if (cases.ofMatch(matchNumber).isPresent()) {
            return;
        }
        List<String> records = List.of(match.needNumber(), match.seedNumber());
        records.stream()
                .filter(course::isOnItsWay)
                .findFirst()
                .ifPresentOrElse(
                        record -> open(match, record),
                        () -> transfers.start(
                                Transfer.Origin.INTRODUCTION, match.seedNumber(), match.needNumber(), null));
    }

    private void open(Match match, String recordNumber) {
        cases.open(match, match.foundFrom()).ifPresent(opened -> {
            if (!course.matchAccepted(recordNumber, opened)) {
                throw Refusal.conflict(recordNumber + " cannot take up " + opened.number() + " just now.");
            }
        });
    }
}
