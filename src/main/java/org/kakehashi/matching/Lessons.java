package org.kakehashi.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.search.CandidateSearch;
import org.kakehashi.matching.search.Profile;
import org.kakehashi.needs.Needs;
import org.kakehashi.needs.Requirement;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.DeclineReason;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What advisers' refusals teach later searches of the same record. Nothing else is kept than the refusals themselves, so
 * taking a lesson back restores the order as it was before.
 *
 * <ul>
 *   <li>Wrong field: the more a candidate is like the one declined, the more it loses.
 *   <li>Company not interested: the same by half, as the company may have other grounds.
 *   <li>Conditions: what conflicts as it did in the declined pair counts once more.
 *   <li>Maturity: a seed no riper than the one declined loses.
 *   <li>Already known and other: say nothing of other pairs.
 * </ul>
 */
@Component
@Transactional
public class Lessons {

    private static final Set<DeclineReason> SILENT = EnumSet.of(DeclineReason.ALREADY_KNOWN, DeclineReason.OTHER);

    private final Matches matches;
    private final Seeds seeds;
    private final Needs needs;
    private final CandidateSearch search;
    private final Journal journal;
    private final Clock clock;

    Lessons(Matches matches, Seeds seeds, Needs needs, CandidateSearch search, Journal journal, Clock clock) {
        this.matches = matches;
        this.seeds = seeds;
        this.needs = needs;
        this.search = search;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a search of one record has learned.
     *
     * @param likeness of each candidate to what was declined, 0 to 1
     * @param conflicts in conditions for which pairs were declined
     * @param trl of the ripest seed that was declined as unripe; 0 where none was
     */
    record Learned(Map<String, Likeness> likeness, Set<Requirement> conflicts, int trl) {

        static final Learned NOTHING = new Learned(Map.of(), Set.of(), 0);
    }

    /** How like a candidate is to declined ones, and to which number it is likest. */
    record Likeness(double share, String number) {}

    /** @param candidates of the other side */
    @Transactional(readOnly = true)
    Learned of(Profile record, List<Profile> candidates) {
        List<Match> declined = matches.of(record.number(), Match.Status.DECLINED).stream()
                .filter(Match::teaches)
                .toList();
        if (declined.isEmpty()) {
            return Learned.NOTHING;
        }
        Map<String, Likeness> likeness = new HashMap<>();
        like(record.side(), declined, DeclineReason.WRONG_FIELD, 1, candidates, likeness);
        like(record.side(), declined, DeclineReason.COMPANY_NOT_INTERESTED, 0.5, candidates, likeness);
        return new Learned(likeness, conflicts(declined), unripe(declined));
    }

    private void like(
            Side side,
            List<Match> declined,
            DeclineReason reason,
            double share,
            List<Profile> candidates,
            Map<String, Likeness> likeness) {
        for (Profile example : partners(side, with(reason, declined))) {
            search.likeness(candidates, List.of(example))
                    .forEach((number, like) -> likeness.merge(
                            number,
                            new Likeness(share * like, example.number()),
                            (some, other) -> some.share >= other.share ? some : other));
        }
    }

    private List<Profile> partners(Side side, List<Match> declined) {
        return side == Side.LICENSOR
                ? needs.findAllById(declined.stream().map(Match::needNumber).toList()).stream()
                        .map(Profile::of)
                        .toList()
                : seeds.findAllById(declined.stream().map(Match::seedNumber).toList()).stream()
                        .map(Profile::of)
                        .toList();
    }

    private Set<Requirement> conflicts(List<Match> declined) {
        Set<Requirement> conflicts = EnumSet.noneOf(Requirement.class);
        for (Match match : with(DeclineReason.CONDITIONS, declined)) {
            Conditions.compare(
                            seeds.numbered(match.seedNumber()),
                            needs.numbered(match.needNumber()),
                            List.of(),
                            LocalDate.now(clock))
                    .stream()
                    .filter(Conditions.Finding::conflicts)
                    .map(Conditions.Finding::on)
                    .forEach(conflicts::add);
        }
        return conflicts;
    }

    private int unripe(List<Match> declined) {
        return seeds
                .findAllById(with(DeclineReason.MATURITY, declined).stream()
                        .map(Match::seedNumber)
                        .toList())
                .stream()
                .mapToInt(seed -> seed.content().maturity().trl() == null
                        ? 0
                        : seed.content().maturity().trl())
                .max()
                .orElse(0);
    }

    private static List<Match> with(DeclineReason reason, List<Match> declined) {
        return declined.stream()
                .filter(match -> match.declineReason() == reason)
                .toList();
    }

    /** A declined pair and what it teaches. */
    public record Lesson(Match match, String seedTitle, String needTitle, String effect) {}

    /** Those that say something of other pairs, the latest first. */
    @Transactional(readOnly = true)
    public Page<Lesson> page(PageRequest page) {
        Page<Match> declined = matches.lessons(SILENT, page);
        Map<String, String> titles = new HashMap<>();
        seeds.findAllById(numbers(declined, Match::seedNumber))
                .forEach(seed -> titles.put(seed.number(), seed.title()));
        needs.findAllById(numbers(declined, Match::needNumber))
                .forEach(need -> titles.put(need.number(), need.title()));
        return declined.map(match -> new Lesson(
                match,
                titles.getOrDefault(match.seedNumber(), ""),
                titles.getOrDefault(match.needNumber(), ""),
                effect(match.declineReason())));
    }

    private static Set<String> numbers(Page<Match> matches, Function<Match, String> number) {
        return matches.stream().map(number).collect(Collectors.toSet());
    }

    private static String effect(@Nullable DeclineReason reason) {
        return reason == null
                ? ""
                : switch (reason) {
                    case WRONG_FIELD -> "Candidates like this one stand lower for both records.";
                    case COMPANY_NOT_INTERESTED -> "Candidates like this one stand a little lower for both records.";
                    case CONDITIONS -> "Conditions that conflict as they do here count twice for both records.";
                    case MATURITY -> "Seeds no riper than this one stand lower for the need.";
                    case ALREADY_KNOWN, OTHER -> "";
                };
    }

    /** Searches learn no more from the pair's having been declined. */
    public void undo(String matchNumber, String user) {
        Match match = declined(matchNumber);
        match.undoLesson(user, clock.instant());
        note(match, "Lesson of a declined match taken back");
    }

    /** Searches learn from it once more. */
    public void redo(String matchNumber) {
        Match match = declined(matchNumber);
        match.redoLesson();
        note(match, "Lesson of a declined match applied again");
    }

    private Match declined(String matchNumber) {
        return matches.findToDecide(matchNumber)
                .orElseThrow(() -> Refusal.notFound("There is no match " + matchNumber + "."));
    }

    private void note(Match match, String event) {
        for (String record : List.of(match.seedNumber(), match.needNumber())) {
            journal.note(record, event, match.number());
        }
    }
}
