package org.kakehashi.negotiation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Workload;
import org.kakehashi.directory.Organisations;
import org.kakehashi.matching.Match;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.CaseNumber;
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
    private final Seeds seeds;
    private final Needs needs;
    private final Organisations organisations;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CaseClock caseClock;
    private final Workload workload;
    private final Clock clock;

    LicensingCases(
            CaseTable cases,
            Seeds seeds,
            Needs needs,
            Organisations organisations,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher events,
            CaseClock caseClock,
            Workload workload,
            Clock clock) {
        this.cases = cases;
        this.seeds = seeds;
        this.needs = needs;
        this.organisations = organisations;
        this.numbers = numbers;
        this.journal = journal;
        this.events = events;
        this.caseClock = caseClock;
        this.workload = workload;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public LicensingCase of(String number) {
        return cases.findById(number).orElseThrow(() -> unknown(number));
    }

    static Refusal unknown(String number) {
        return Refusal.notFound("There is no case " + number + ".");
    }

    @Transactional(readOnly = true)
    public Optional<LicensingCase> ofMatch(String matchNumber) {
        return cases.findByMatchNumber(matchNumber);
    }

    /** The case of a pair, whoever brought it together. */
    @Transactional(readOnly = true)
    public Optional<LicensingCase> ofPair(String seedNumber, String needNumber) {
        return cases.findBySeedNumberAndNeedNumber(seedNumber, needNumber);
    }

    /**
     * Opens the case of an accepted match, unless it is open already, were it by a transaction at this very moment.
     *
     * @param foundFrom the side whose adviser found the match; none where the parties met elsewhere
     * @return the case, where it is new
     */
    public Optional<LicensingCase> open(Match match, @Nullable Side foundFrom) {
        cases.oneAtATime(match.number());
        return ofMatch(match.number()).isPresent() ? Optional.empty() : Optional.of(begin(match, foundFrom));
    }

    private LicensingCase begin(Match match, @Nullable Side foundFrom) {
        Seed seed = seeds.numbered(match.seedNumber());
        Need need = needs.numbered(match.needNumber());
        String number = numbers.next(CaseNumber.Kind.CASE);
        LicensingCase begun = cases.saveAndFlush(new LicensingCase(
                number,
                new LicensingCase.Opening(
                        match.number(),
                        seed.number(),
                        need.number(),
                        seed.title(),
                        need.title(),
                        foundFrom,
                        party(seed.organisationId(), seed.enteredBy()),
                        party(need.organisationId(), need.enteredBy())),
                clock.instant()));
        caseClock.turn(number, begun.stage(), begun.moveOf());
        journal.note(number, "Case opened", String.join("; ", match.reasons()));
        journal.note(seed.number(), "Case opened", number + " with " + need.number());
        journal.note(need.number(), "Case opened", number + " with " + seed.number());
        return begun;
    }

    private Party party(UUID organisation, String enteredBy) {
        return organisations
                .findById(organisation)
                .map(found -> new Party(organisation, found.name(), found.prefecture(), null, enteredBy))
                .orElseThrow();
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

    /**
     * Says where the case stands and whose move it is. The move's clock runs on where neither changes.
     *
     * @return the same in words, such as {@code Terms: the licensor's side since 2026-11-23}
     */
    public String waitsFor(String number, Stage stage, Move mover) {
        LicensingCase licensingCase = of(number);
        if (licensingCase.waitsFor(stage, mover, clock.instant())) {
            caseClock.turn(number, stage, mover);
            workload.reached(number, stage.name());
        }
        return "%s: %s since %s"
                .formatted(
                        licensingCase.stage().english(),
                        StringUtils.uncapitalize(licensingCase.moveOf().english()),
                        LocalDate.ofInstant(licensingCase.moveSince(), clock.getZone()));
    }

    /** It is somebody else's move in the same stage. */
    public void move(String number, Move mover) {
        waitsFor(number, of(number).stage(), mover);
    }

    /** The case begins to wait for what a side says. */
    public void ask(String number, Occasion occasion, int round, Side side) {
        events.publishEvent(new SideAsked(number, occasion, round, side));
    }

    /** The case has waited long for what a side says. */
    public void remind(String number, Occasion occasion, int round, Side side) {
        events.publishEvent(new SideReminded(UUID.randomUUID(), number, occasion, round, side));
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
            caseClock.stop(number);
            journal.note(number, outcome.english(), reason);
            events.publishEvent(
                    new CaseEnded(number, licensingCase.seedNumber(), licensingCase.needNumber(), outcome, reason));
        }
    }
}
