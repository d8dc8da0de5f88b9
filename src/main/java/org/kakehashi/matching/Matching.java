package org.kakehashi.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.matching.search.CandidateSearch;
import org.kakehashi.matching.search.Profile;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.persistence.Numbers;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the needs that a seed may answer and the seeds that may answer a need, and takes the advisers' decisions. */
@Component
@Transactional
public class Matching {

    /** So many times more are weighed than are wanted, as conditions reorder what the search found. */
    private static final int DEPTH = 3;

    private final Seeds seeds;
    private final Needs needs;
    private final Organisations organisations;
    private final Matches matches;
    private final CandidateSearch search;
    private final Lessons lessons;
    private final Dealings dealings;
    private final Comparison comparison;
    private final MatchingSettings settings;
    private final Numbers numbers;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    Matching(
            Seeds seeds,
            Needs needs,
            Organisations organisations,
            Matches matches,
            CandidateSearch search,
            Lessons lessons,
            Dealings dealings,
            MatchingSettings settings,
            Numbers numbers,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.seeds = seeds;
        this.needs = needs;
        this.organisations = organisations;
        this.matches = matches;
        this.search = search;
        this.lessons = lessons;
        this.dealings = dealings;
        this.comparison = new Comparison(settings.weights());
        this.settings = settings;
        this.numbers = numbers;
        this.journal = journal;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    /** Searches without saving, best first. */
    @Transactional(readOnly = true)
    public List<Candidate> candidatesFor(String recordNumber, int limit) {
        return shortlistFor(recordNumber, limit).candidates();
    }

    /**
     * Searches without saving; says where there was too little to search with. Declined pairs do not come back before what was the reason has
     * changed.
     */
    @Transactional(readOnly = true)
    public Shortlist shortlistFor(String recordNumber, int limit) {
        return isSeed(recordNumber)
                ? shortlist(seeds.numbered(recordNumber), limit)
                : shortlist(needs.numbered(recordNumber), limit);
    }

    private Shortlist shortlist(Seed seed, int limit) {
        Profile profile = Profile.of(seed);
        if (!dealings.taken(List.of(seed.number())).isEmpty()) {
            return new Shortlist(
                    List.of(), seed.number() + " is under a live exclusive licence, so it is proposed to nobody.");
        }
        var found = search.find(profile, declined(seed), organisations.group(seed.organisationId()), DEPTH * limit);
        List<Dealings.Right> rights = dealings.rights(List.of(seed.number())).getOrDefault(seed.number(), List.of());
        List<Comparison.Pair> pairs = needs.findAllById(found.likeness().keySet()).stream()
                .map(need ->
                        new Comparison.Pair(seed, need, profile, Profile.of(need), found.of(need.number()), rights))
                .toList();
        return shortlist(profile, pairs, found, limit);
    }

    private Shortlist shortlist(Need need, int limit) {
        Profile profile = Profile.of(need);
        Set<String> excluded = declined(need);
        var found = search.find(profile, excluded, organisations.group(need.organisationId()), DEPTH * limit);
        Set<String> taken = dealings.taken(found.likeness().keySet());
        Map<String, List<Dealings.Right>> rights =
                dealings.rights(found.likeness().keySet());
        List<Comparison.Pair> pairs = seeds.findAllById(found.likeness().keySet()).stream()
                .filter(seed -> !taken.contains(seed.number()))
                .map(seed -> new Comparison.Pair(
                        seed,
                        need,
                        profile,
                        Profile.of(seed),
                        found.of(seed.number()),
                        rights.getOrDefault(seed.number(), List.of())))
                .toList();
        return shortlist(profile, pairs, found, limit);
    }

    private Shortlist shortlist(Profile profile, List<Comparison.Pair> pairs, CandidateSearch.Found found, int limit) {
        Lessons.Learned learned =
                lessons.of(profile, pairs.stream().map(Comparison.Pair::other).toList());
        return comparison.shortlist(profile, pairs, found, learned, limit, LocalDate.now(clock));
    }

    private Set<String> declined(Seed seed) {
        List<Match> declined = matches.of(seed.number(), Match.Status.DECLINED);
        return needs.findAllById(declined.stream().map(Match::needNumber).toList()).stream()
                .filter(need -> declined.stream().anyMatch(match -> match.staysDeclined(seed, need)))
                .map(Need::number)
                .collect(Collectors.toSet());
    }

    private Set<String> declined(Need need) {
        List<Match> declined = matches.of(need.number(), Match.Status.DECLINED);
        return seeds.findAllById(declined.stream().map(Match::seedNumber).toList()).stream()
                .filter(seed -> declined.stream().anyMatch(match -> match.staysDeclined(seed, need)))
                .map(Seed::number)
                .collect(Collectors.toSet());
    }

    /** Searches and saves what is new; repeating it changes nothing. Answers what waits for a decision, best first. */
    public List<Match> propose(String recordNumber) {
        Side side = side(recordNumber);
        candidatesFor(recordNumber, settings.shortlist()).forEach(candidate -> save(candidate, side));
        return proposals(recordNumber);
    }

    /**
     * What waits for a decision and may still be had, as many as are reviewed at once: first what the record's adviser
     * has not seen yet, then what was left for later, each best first.
     */
    @Transactional(readOnly = true)
    public List<Match> proposals(String recordNumber) {
        Side side = side(recordNumber);
        List<Match> waiting = matches.of(recordNumber, Match.Status.PROPOSED);
        Set<String> taken =
                dealings.taken(waiting.stream().map(Match::seedNumber).collect(Collectors.toSet()));
        return waiting.stream()
                .filter(match -> isOpen(partner(match, recordNumber)) && !taken.contains(match.seedNumber()))
                .sorted(Comparator.comparing(match -> !match.isNewTo(side)))
                .limit(settings.shortlist())
                .toList();
    }

    /** The record's adviser has worked through a list with these. */
    public void seen(String recordNumber, Collection<String> matchNumbers) {
        matches.findToMark(matchNumbers).forEach(match -> match.seen(side(recordNumber), clock.instant()));
    }

    /**
     * Takes new or changed records to the other side: those whose best candidates they are now among are proposed them.
     * The advisers of those hear of it by {@link Match.Proposed}.
     */
    void announce(Collection<String> recordNumbers) {
        Map<String, Set<String>> newcomers = new LinkedHashMap<>();
        for (String record : recordNumbers) {
            if (isOpen(record)) {
                candidatesFor(record, settings.news()).stream()
                        .filter(candidate -> !waits(candidate))
                        .forEach(candidate -> newcomers
                                .computeIfAbsent(partner(candidate, record), other -> new HashSet<>())
                                .add(record));
            }
        }
        newcomers.forEach(this::tell);
    }

    /** A newcomer hears of it as well: it may have looked for others, and begun to wait, before those came. */
    private void tell(String waiting, Set<String> newcomers) {
        List<Candidate> news = candidatesFor(waiting, settings.shortlist()).stream()
                .filter(candidate -> newcomers.contains(partner(candidate, waiting))
                        && candidate.band() != Band.LOW
                        && !waits(candidate)
                        && save(candidate, side(waiting)))
                .toList();
        if (!news.isEmpty()) {
            events.publishEvent(new Match.Proposed(waiting));
            news.forEach(candidate -> events.publishEvent(new Match.Proposed(partner(candidate, waiting))));
        }
    }

    /**
     * Searches once more for a record, as it has changed or others came in: what fits it and was not there before is
     * proposed to its adviser, who hears of it by {@link Match.Proposed}.
     *
     * @return how many are new and worth hearing of
     */
    public int lookAgain(String recordNumber) {
        if (!isOpen(recordNumber)) {
            return 0;
        }
        Side side = side(recordNumber);
        int news = (int) candidatesFor(recordNumber, settings.shortlist()).stream()
                .filter(candidate -> save(candidate, side) && candidate.band() != Band.LOW)
                .count();
        if (news > 0) {
            events.publishEvent(new Match.Proposed(recordNumber));
        }
        return news;
    }

    /**
     * What was declined while the search went on stays so; what another search or an adviser has in hand is left to them.
     *
     * @return whether the pair is new, or was declined for what has changed since
     */
    private boolean save(Candidate candidate, Side foundFrom) {
        var known = matches.findToWeigh(candidate.seedNumber(), candidate.needNumber());
        if (known.isEmpty()) {
            return add(candidate, foundFrom) == 1;
        }
        Match match = known.get();
        if (match.status() != Match.Status.DECLINED) {
            match.foundAgain(candidate);
            return false;
        }
        if (match.staysDeclined(seeds.numbered(candidate.seedNumber()), needs.numbered(candidate.needNumber()))) {
            return false;
        }
        match.proposeAgain(candidate, foundFrom, clock.instant());
        note(match, "Match proposed again", "What it was declined for has changed.");
        return true;
    }

    private boolean waits(Candidate candidate) {
        return matches.findBySeedNumberAndNeedNumber(candidate.seedNumber(), candidate.needNumber())
                .filter(match -> match.status() != Match.Status.DECLINED)
                .isPresent();
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

    /** @throws Refusal where it was declined before, or the seed or need is no longer to be had */
    public Match accept(String matchNumber, String user) {
        Match match = toDecide(matchNumber);
        return accept(match, match.foundFrom(), user);
    }

    /** Accepts it from the shortlist of one of its records; refuses as {@link #accept} does. */
    public Match acceptFor(String recordNumber, String matchNumber, String user) {
        return accept(toDecide(matchNumber), side(recordNumber), user);
    }

    private Match accept(Match match, Side from, String user) {
        for (String record : List.of(match.seedNumber(), match.needNumber())) {
            if (match.status() == Match.Status.PROPOSED && !isOpen(record)) {
                throw Refusal.conflict(record + " is no longer open, so " + match.number() + " cannot be accepted.");
            }
        }
        if (match.status() == Match.Status.PROPOSED
                && !dealings.taken(List.of(match.seedNumber())).isEmpty()) {
            throw Refusal.conflict(match.seedNumber() + " is under a live exclusive licence, so " + match.number()
                    + " cannot be accepted.");
        }
        if (match.accept(from, user, clock.instant())) {
            note(match, "Match accepted", "");
            events.publishEvent(new Match.Accepted(match.number(), match.seedNumber(), match.needNumber()));
        }
        return match;
    }

    /** @throws Refusal where it was accepted before, or the reason lacks its words */
    public Match decline(String matchNumber, DeclineReason reason, @Nullable String text, String user) {
        Match match = toDecide(matchNumber);
        String grounds = DeclineGrounds.of(
                        reason, seeds.numbered(match.seedNumber()), needs.numbered(match.needNumber()))
                .orElse(null);
        if (match.decline(reason, text, grounds, user, clock.instant())) {
            note(match, "Match declined", reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return match;
    }

    /** The accepted match of parties who met elsewhere; the same for the same pair whenever asked. */
    public Match introduced(String seedNumber, String needNumber) {
        Seed seed = seeds.numbered(seedNumber);
        Need need = needs.numbered(needNumber);
        if (seed.organisationId().equals(need.organisationId())) {
            throw Refusal.invalid(seedNumber + " and " + needNumber + " are of the same organisation.");
        }
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
        return known(matches.findById(matchNumber), matchNumber);
    }

    private Match toDecide(String matchNumber) {
        return known(matches.findToDecide(matchNumber), matchNumber);
    }

    private static Match known(Optional<Match> match, String matchNumber) {
        return match.orElseThrow(() -> Refusal.notFound("There is no match " + matchNumber + "."));
    }

    private void note(Match match, String event, String text) {
        journal.note(match.seedNumber(), event, match.number() + " with " + match.needNumber() + ". " + text);
        journal.note(match.needNumber(), event, match.number() + " with " + match.seedNumber() + ". " + text);
    }

    /** A seed or need as it is shown to the other side's adviser. */
    @Transactional(readOnly = true)
    public Subject subject(String recordNumber) {
        return isSeed(recordNumber) ? subject(seeds.numbered(recordNumber)) : subject(needs.numbered(recordNumber));
    }

    private Subject subject(Seed seed) {
        return new Subject(
                seed.number(),
                Side.LICENSOR,
                seed.title(),
                Profile.of(seed).body(),
                organisation(seed.organisationId()));
    }

    private Subject subject(Need need) {
        String party = need.content().nameMayBeShown() ? organisation(need.organisationId()) : "Name withheld";
        return new Subject(
                need.number(), Side.LICENSEE, need.title(), Profile.of(need).body(), party);
    }

    private String organisation(UUID id) {
        return organisations.findById(id).map(Organisation::name).orElse("");
    }

    private boolean isOpen(String recordNumber) {
        return isSeed(recordNumber)
                ? seeds.findById(recordNumber)
                        .map(Profile::of)
                        .filter(Profile::open)
                        .isPresent()
                : needs.findById(recordNumber)
                        .map(Profile::of)
                        .filter(Profile::open)
                        .isPresent();
    }

    private static boolean isSeed(String recordNumber) {
        return switch (CaseNumber.parse(recordNumber).kind()) {
            case SEED -> true;
            case NEED -> false;
            default -> throw Refusal.invalid(recordNumber + " is neither a seed nor a need.");
        };
    }

    private static Side side(String recordNumber) {
        return isSeed(recordNumber) ? Side.LICENSOR : Side.LICENSEE;
    }

    private static String partner(Candidate candidate, String recordNumber) {
        return isSeed(recordNumber) ? candidate.needNumber() : candidate.seedNumber();
    }

    private static String partner(Match match, String recordNumber) {
        return match.seedNumber().equals(recordNumber) ? match.needNumber() : match.seedNumber();
    }
}
