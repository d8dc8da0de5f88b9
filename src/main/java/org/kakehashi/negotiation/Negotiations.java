package org.kakehashi.negotiation;

import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What the two sides tell a running case from outside. Each message counts once, however often it comes. */
@Component
@Transactional
public class Negotiations {

    private final LicensingCases cases;
    private final PartyAnswers answers;
    private final Course course;

    Negotiations(LicensingCases cases, PartyAnswers answers, Course course) {
        this.cases = cases;
        this.answers = answers;
        this.course = course;
    }

    /** @throws Refusal where the case does not wait for that answer, or the side has answered otherwise before */
    public void answer(PartyAnswer.Given given) {
        cases.of(given.caseNumber());
        if (answers.record(given) && !course.answered(given.caseNumber(), given.occasion(), given.side())) {
            throw Refusal.conflict("Case %s does not wait for the %s's answer on %s."
                    .formatted(
                            given.caseNumber(),
                            given.side().lower(),
                            given.occasion().english()));
        }
    }

    /** A side leaves; the case ends from wherever it stands. */
    public void withdraw(String caseNumber, Side side, String reason) {
        LicensingCase licensingCase = cases.of(caseNumber);
        String words = "The " + side.lower() + ": " + reason.strip();
        if (!licensingCase.isOpen()) {
            if (words.equals(licensingCase.outcomeReason())) {
                return;
            }
            throw Refusal.conflict("Case " + caseNumber + " has ended already.");
        }
        cases.end(caseNumber, OutcomeCode.WITHDRAWN, words);
        if (!course.partyWithdrew(caseNumber)) {
            throw Refusal.conflict("Case " + caseNumber + " is just being opened or concluded: try again in a moment.");
        }
    }

    /**
     * The seed has left the programme under a running case. Each case ends in a transaction of its own, so that one that
     * cannot end now does not hold up the others.
     *
     * @return false where the case cannot end just now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean loseSeed(String caseNumber, boolean lapsed, String reason) {
        return endNow(caseNumber, lapsed ? OutcomeCode.LEGAL_BLOCK : OutcomeCode.WITHDRAWN, reason);
    }

    /**
     * An earlier right leaves no room for a running case; in a transaction of its own as well.
     *
     * @return false where the case cannot end just now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean exclude(String caseNumber, String reason) {
        return endNow(caseNumber, OutcomeCode.LEGAL_BLOCK, reason);
    }

    private boolean endNow(String caseNumber, OutcomeCode outcome, String reason) {
        cases.end(caseNumber, outcome, reason);
        boolean ended = course.patentLapsed(caseNumber);
        if (!ended) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return ended;
    }
}
