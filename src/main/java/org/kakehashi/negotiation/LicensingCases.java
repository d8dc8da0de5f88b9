package org.kakehashi.negotiation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All licensing cases. Every change of one is a step in words in its journal, or the ticking of its clock. */
@Component
@Transactional
public class LicensingCases {

    private final CaseTable cases;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LicensingCases(CaseTable cases, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public LicensingCase of(String number) {
        return cases.findById(number).orElseThrow(() -> Refusal.notFound("There is no case " + number + "."));
    }

    @Transactional(readOnly = true)
    public Optional<LicensingCase> ofMatch(String matchNumber) {
        return cases.findByMatchNumber(matchNumber);
    }

    /** The cases that stand on a seed and have not ended. */
    @Transactional(readOnly = true)
    public List<LicensingCase> openOn(String seedNumber) {
        return cases.findBySeedNumberAndOutcomeIsNullOrderByNumber(seedNumber);
    }

    /** From now on the side's adviser is this user. */
    public void assign(String number, Side side, String user) {
        of(number).assign(side, user);
    }

    /** Says where the case stands and whose move it is. The move's clock runs on where neither changes. */
    public void waitsFor(String number, Stage stage, Move mover) {
        of(number).waitsFor(stage, mover, clock.instant());
    }

    /** It is somebody else's move in the same stage. */
    public void move(String number, Move mover) {
        LicensingCase licensingCase = of(number);
        licensingCase.waitsFor(licensingCase.stage(), mover, clock.instant());
    }

    public void summarise(String number, String summary) {
        of(number).summarise(summary);
    }

    /** Admits the parties to a tier of information; it never sinks. */
    public void admitTo(String number, Confidentiality tier) {
        of(number).admitTo(tier);
    }

    /** Ends the case with an outcome and its reason. A case that has ended already keeps its first outcome. */
    public void end(String number, OutcomeCode outcome, String reason) {
        LicensingCase licensingCase = of(number);
        if (licensingCase.end(outcome, reason, clock.instant())) {
            journal.note(number, outcome.english(), reason);
            events.publishEvent(
                    new CaseEnded(number, licensingCase.seedNumber(), licensingCase.needNumber(), outcome, reason));
        }
    }
}
