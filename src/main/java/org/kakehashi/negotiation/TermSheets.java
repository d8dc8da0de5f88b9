package org.kakehashi.negotiation;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The term sheets of all cases. Of two moves at the same moment one wins, the other is refused. */
@Component
@Transactional
public class TermSheets {

    private final TermSheetTable sheets;
    private final LicensingCases cases;
    private final Journal journal;
    private final Clock clock;

    TermSheets(TermSheetTable sheets, LicensingCases cases, Journal journal, Clock clock) {
        this.sheets = sheets;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /** Opens the case's term sheet; one that is open already stays as it is. */
    public void open(String caseNumber) {
        if (!sheets.existsById(caseNumber)) {
            sheets.save(new TermSheet(cases.of(caseNumber).number(), clock.instant()));
        }
    }

    /** @throws Refusal where the case has not come to its terms yet */
    @Transactional(readOnly = true)
    public TermSheet of(String caseNumber) {
        return sheets.findById(cases.of(caseNumber).number())
                .orElseThrow(() -> Refusal.notFound("Case " + caseNumber + " has not come to its terms yet."));
    }

    /** The case's term sheet, where it has come that far. */
    @Transactional(readOnly = true)
    public Optional<TermSheet> find(String caseNumber) {
        return sheets.findById(caseNumber);
    }

    /** @throws Refusal while the sides have not agreed */
    @Transactional(readOnly = true)
    public Terms agreed(String caseNumber) {
        return of(caseNumber).agreed();
    }

    /** Puts a side's first offer on the table, or a new one after agreed terms have come back. */
    public void offer(String caseNumber, Side side, Offer offer, String by) {
        move(caseNumber, sheet -> sheet.offer(side, offer, by, clock.instant()));
        journal.note(caseNumber, "The %s makes an offer".formatted(side.lower()), offer.words());
    }

    /**
     * Takes the answer of the side whose move it is.
     *
     * @throws Refusal where the round is closed, or the answer lacks what its kind needs
     */
    public void answer(String caseNumber, OfferAnswer answer, String by) {
        of(caseNumber).checkOpen(answer.round());
        Side side = answer.side();
        switch (answer.decision()) {
            case ACCEPT -> accept(caseNumber, side, by);
            case COUNTER -> counter(caseNumber, side, answer.offer(), by);
            case REJECT -> reject(caseNumber, side, answer.outcome(), answer.words(), by);
        }
    }

    /** The side agrees to the offer on the table. */
    public void accept(String caseNumber, Side side, String by) {
        move(caseNumber, sheet -> sheet.accept(side, by, clock.instant()));
        journal.note(caseNumber, "The %s accepts the offer".formatted(side.lower()), "");
    }

    /** The side closes the round with an offer of its own. */
    public void counter(String caseNumber, Side side, Offer offer, String by) {
        move(caseNumber, sheet -> sheet.counter(side, offer, by, clock.instant()));
        journal.note(caseNumber, "The %s makes a counter-offer".formatted(side.lower()), offer.words());
    }

    /** The side rejects the offer for good, which ends the case. */
    public void reject(String caseNumber, Side side, @Nullable OutcomeCode outcome, String reason, String by) {
        move(caseNumber, sheet -> sheet.reject(side, outcome, reason, by, clock.instant()));
        journal.note(caseNumber, "The %s rejects the offer".formatted(side.lower()), reason.strip());
        if (outcome != null) {
            cases.end(caseNumber, outcome, reason);
        }
    }

    /** Sends agreed terms back to the parties, who see the comments with their next offer. */
    public void reopen(String caseNumber, String comments, Set<Clause> reopened) {
        move(caseNumber, sheet -> sheet.reopen(comments, reopened));
        journal.note(caseNumber, "Terms returned to the parties", comments.strip());
    }

    /** Keeps what the mediating adviser suggests beside the open offer. */
    public void suggest(String caseNumber, String suggestion) {
        move(caseNumber, sheet -> sheet.suggest(suggestion));
        journal.note(caseNumber, "Adviser mediated", suggestion.strip());
    }

    /** A manager lets the negotiation go on. */
    public void goOn(String caseNumber, String reason) {
        move(caseNumber, sheet -> sheet.continued(clock.instant()));
        journal.note(caseNumber, "Negotiation goes on", reason.strip());
    }

    private void move(String caseNumber, Consumer<TermSheet> move) {
        move.accept(of(caseNumber));
        try {
            sheets.flush();
        } catch (OptimisticLockingFailureException e) {
            throw Refusal.conflict("Somebody else has moved in the negotiation of " + caseNumber
                    + " at the same moment: look at its newest round first.");
        }
    }
}
