package org.kakehashi.negotiation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;

/**
 * The terms of one case on their way to agreement: rounds of offer and counter-offer, of which at most the last is
 * open. It refuses an answer to a closed round, by the side that made the offer, or given twice.
 */
@Entity
@Table(name = "term_sheet")
public class TermSheet {

    /** The outcomes with which a side may reject an offer. */
    public static final Set<OutcomeCode> REJECTIONS =
            Set.of(OutcomeCode.DECLINED_PRICE, OutcomeCode.DECLINED_FIT, OutcomeCode.DECLINED_TIMING);

    @Id
    private String caseNumber;

    @Version
    private int version;

    private Instant openedAt;

    /** Changes with every move, so that of two moves at once one meets a newer version. */
    private int moves;

    /** When a manager last decided that the negotiation goes on. */
    private @Nullable Instant continuedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "term_round", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<Round> rounds = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected TermSheet() {}

    TermSheet(String caseNumber, Instant openedAt) {
        this.caseNumber = caseNumber;
        this.openedAt = openedAt;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** When the negotiation was first opened; agreed terms that come back do not set it anew. */
    public Instant openedAt() {
        return openedAt;
    }

    /** All rounds, the first offer first. */
    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** @throws Refusal where there is no such round */
    public Round round(int number) {
        if (number < 1 || number > rounds.size()) {
            throw Refusal.notFound(
                    "Case %s has no round %d: its rounds are 1 to %d.".formatted(caseNumber, number, rounds.size()));
        }
        return rounds.get(number - 1);
    }

    /** The newest round. */
    public Optional<Round> latest() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** @throws Refusal while the sides have not agreed */
    public Terms agreed() {
        return latest().filter(round -> round.state() == Round.State.ACCEPTED)
                .map(Round::terms)
                .orElseThrow(() -> Refusal.conflict("The terms of case %s are not agreed.".formatted(caseNumber)));
    }

    /** The comments with which agreed terms came back, while no new offer answers them. */
    public Optional<String> returnedWith() {
        return latest().filter(round -> round.state() == Round.State.RETURNED).map(Round::reason);
    }

    /** What each clause says in two rounds, side by side. */
    public List<Comparison> compare(int left, int right) {
        Terms leftTerms = round(left).terms();
        Terms rightTerms = round(right).terms();
        return Arrays.stream(Clause.values())
                .map(clause -> new Comparison(clause, clause.position(leftTerms), clause.position(rightTerms)))
                .toList();
    }

    /** One clause in two rounds. */
    public record Comparison(Clause clause, String left, String right) {

        public boolean same() {
            return left.equals(right);
        }
    }

    /** Who has to step in before the open offer is answered. */
    public Help helpNeeded(TermPace pace, Instant now) {
        int withoutAgreement = rounds.size() - 1;
        if (withoutAgreement == pace.decidedAfter() || isUndecidedSince(openedAt.plus(pace.escalatedAfter()), now)) {
            return Help.MANAGER;
        }
        return withoutAgreement == pace.mediatedAfter() ? Help.ADVISER : Help.NONE;
    }

    /** Who may have to step in. */
    public enum Help {
        NONE,
        ADVISER,
        MANAGER
    }

    void offer(Side side, Offer offer, String by, Instant at) {
        latest().map(Round::state).ifPresent(state -> {
            if (state != Round.State.RETURNED) {
                throw Refusal.conflict("Case %s already has an offer: round %d is %s."
                        .formatted(caseNumber, rounds.size(), word(state)));
            }
        });
        Set<Clause> locked = latest().map(Round::agreed).orElse(Set.of());
        latest().ifPresent(returned -> checkLocks(locked, returned.terms(), offer, side));
        put(new Round(side, offer, locked, by, at));
    }

    void checkOpen(int number) {
        Round round = round(number);
        if (round.state() != Round.State.OPEN) {
            throw Refusal.conflict("Round %d of case %s is closed: its offer is %s."
                    .formatted(number, caseNumber, word(round.state())));
        }
    }

    void accept(Side side, String by, Instant at) {
        answerable(side).accepted(by, at);
        moves++;
    }

    /** A clause that the counter-offer leaves as it stands is agreed by that, unless it is reserved. */
    void counter(Side side, Offer offer, String by, Instant at) {
        Round open = answerable(side);
        if (open.terms().sameAs(offer.terms()) && offer.reopening().isEmpty()) {
            throw Refusal.invalid(
                    "The counter-offer says the same as the offer: change a clause, or accept the offer.");
        }
        checkReopening(open, offer);
        Set<Clause> locked = EnumSet.noneOf(Clause.class);
        locked.addAll(open.agreed());
        locked.removeAll(offer.reopened());
        checkLocks(locked, open.terms(), offer, side);
        Set<Clause> agreed = EnumSet.copyOf(locked.isEmpty() ? EnumSet.noneOf(Clause.class) : locked);
        Arrays.stream(Clause.values())
                .filter(clause -> same(clause, open.terms(), offer.terms()))
                .filter(clause ->
                        !offer.reserved().contains(clause) && !offer.reopened().contains(clause))
                .forEach(agreed::add);
        var counter = new Round(side, offer, agreed, by, at);
        open.countered(offer.reopened(), by, at);
        put(counter);
    }

    private void checkReopening(Round open, Offer offer) {
        var faults = new ArrayList<String>();
        offer.reopened().stream()
                .filter(clause -> !open.reopening().contains(clause))
                .forEach(clause -> faults.add("%s: nobody has asked to reopen it.".formatted(clause.english())));
        offer.reopening().stream()
                .filter(clause -> !open.agreed().contains(clause))
                .forEach(clause ->
                        faults.add("%s is not agreed yet: change it without asking.".formatted(clause.english())));
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
    }

    private static void checkLocks(Set<Clause> locked, Terms before, Offer offer, Side side) {
        List<String> faults = locked.stream()
                .filter(clause -> !same(clause, before, offer.terms()))
                .map(clause -> "%s is agreed (\"%s\"): leave it, and ask the %s to reopen it."
                        .formatted(
                                clause.english(),
                                clause.position(before),
                                side.other().lower()))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, faults);
        }
    }

    private static boolean same(Clause clause, Terms one, Terms other) {
        return clause.position(one).equals(clause.position(other));
    }

    /** Where the sides stand on a clause. */
    public enum Standing {
        OPEN("Open"),
        CONTESTED("Contested"),
        AGREED("Agreed");

        private final String english;

        Standing(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** Where the sides stood on the clause with that round. */
    public Standing standing(int number, Clause clause) {
        Round round = round(number);
        if (round.agreed().contains(clause)) {
            return Standing.AGREED;
        }
        return number > 1 && !same(clause, round(number - 1).terms(), round.terms())
                ? Standing.CONTESTED
                : Standing.OPEN;
    }

    void reject(Side side, @Nullable OutcomeCode outcome, String reason, String by, Instant at) {
        Round open = answerable(side);
        if (outcome == null || !REJECTIONS.contains(outcome)) {
            throw Refusal.invalid("Choose why the offer is rejected: the price, the fit or the timing.");
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("Give the reason for the rejection in a sentence.");
        }
        open.rejected(outcome, reason.strip(), by, at);
        moves++;
    }

    /** Agreed terms go back to the parties, who may change the reopened clauses, or all where none is named. */
    void reopen(String comments, Set<Clause> reopened) {
        agreed();
        if (comments.isBlank()) {
            throw Refusal.invalid("Say in a comment what the parties have to change.");
        }
        latest().orElseThrow().returned(comments.strip(), reopened);
        moves++;
    }

    void suggest(String suggestion) {
        open().suggest(suggestion.strip());
        moves++;
    }

    void continued(Instant at) {
        continuedAt = at;
    }

    private boolean isUndecidedSince(Instant escalation, Instant now) {
        return !now.isBefore(escalation) && (continuedAt == null || continuedAt.isBefore(escalation));
    }

    private void put(Round round) {
        rounds.add(round);
        moves++;
    }

    private Round answerable(Side side) {
        Round open = open();
        if (open.proposer() == side) {
            throw Refusal.conflict("Round %d is the %s's own offer: the %s answers it."
                    .formatted(rounds.size(), side.lower(), side.other().lower()));
        }
        return open;
    }

    private Round open() {
        if (rounds.isEmpty()) {
            throw Refusal.conflict("Case %s has no offer to answer yet.".formatted(caseNumber));
        }
        checkOpen(rounds.size());
        return round(rounds.size());
    }

    private static String word(Round.State state) {
        return switch (state) {
            case OPEN -> "waiting for its answer";
            case ACCEPTED -> "accepted";
            case COUNTERED -> "countered";
            case REJECTED -> "rejected";
            case RETURNED -> "returned to the parties";
        };
    }
}
