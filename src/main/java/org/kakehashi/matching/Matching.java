package org.kakehashi.matching;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the advisers' decisions on which seed may answer which need. */
@Component
@Transactional
public class Matching {

    private final Matches matches;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Matching(
            Matches matches,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.matches = matches;
        this.numbers = numbers;
        this.journal = journal;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    private int add(Candidate candidate, Side foundFrom) {
        return matches.addIfAbsent(
                numbers.next(CaseNumber.Kind.MATCH),
                candidate.seedNumber(),
                candidate.needNumber(),
                candidate.score(),
                candidate.band().name(),
                String.join("\n", candidate.reasons()),
                foundFrom.name(),
                clock.instant());
    }

    /** @throws Refusal where it was declined before, or is unknown */
    public Match accept(String matchNumber, String user) {
        Match match = match(matchNumber);
        if (match.accept(user, clock.instant())) {
            note(match, "Match accepted", "");
            events.publishEvent(new Match.Accepted(matchNumber, match.seedNumber(), match.needNumber()));
        }
        return match;
    }

    /** @throws Refusal where it was accepted before, or the reason lacks its words */
    public Match decline(String matchNumber, DeclineReason reason, @Nullable String text, String user) {
        Match match = match(matchNumber);
        if (match.decline(reason, text, user, clock.instant())) {
            note(match, "Match declined", reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return match;
    }

    /** The accepted match of parties who met elsewhere; the same for the same pair whenever asked. */
    public Match introduced(String seedNumber, String needNumber) {
        add(
                new Candidate(seedNumber, needNumber, 0, Band.HIGH, List.of("The parties were introduced elsewhere")),
                Side.LICENSOR);
        Match match =
                matches.findBySeedNumberAndNeedNumber(seedNumber, needNumber).orElseThrow();
        if (match.introduced(user.name(), clock.instant())) {
            note(match, "Match accepted", "The parties were introduced elsewhere.");
        }
        return match;
    }

    public Match match(String matchNumber) {
        return matches.findById(matchNumber)
                .orElseThrow(() -> Refusal.notFound("There is no match " + matchNumber + "."));
    }

    private void note(Match match, String event, String text) {
        journal.note(match.seedNumber(), event, match.number() + " with " + match.needNumber() + ". " + text);
        journal.note(match.needNumber(), event, match.number() + " with " + match.seedNumber() + ". " + text);
    }
}
