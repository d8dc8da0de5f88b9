package org.kakehashi.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.matching.Lessons.Learned;
import org.kakehashi.matching.search.CandidateSearch.Found;
import org.kakehashi.matching.search.CandidateSearch.Likeness;
import org.kakehashi.matching.search.ForeignWords;
import org.kakehashi.matching.search.Profile;
import org.kakehashi.matching.search.SearchWords;
import org.kakehashi.needs.Need;
import org.kakehashi.registry.Seed;
import org.kakehashi.shared.TechnologyField;

/** Weighs the pairs that a search found: words, classification and conditions, and says so in sentences. */
class Comparison {

    private static final int WORDS_SHOWN = 6;

    /** Of terms known in both languages, so that it is hardly chance. */
    private static final int SOME_FOREIGN = 3;

    /** Terms known in both languages that count as much as the same main group of the IPC. */
    private static final double ENOUGH_FOREIGN = 6;

    /** Less likeness to what was declined is no reason to speak of it. */
    private static final double NOTICED = 0.3;

    private final MatchingSettings.Weights weights;

    Comparison(MatchingSettings.Weights weights) {
        this.weights = weights;
    }

    /** @param rights that others have on the seed */
    record Pair(Seed seed, Need need, Profile own, Profile other, Likeness likeness, List<Dealings.Right> rights) {}

    private record Weighed(Pair pair, double score, List<Conditions.Finding> conditions, List<String> lessons) {}

    Shortlist shortlist(Profile record, List<Pair> pairs, Found found, Learned learned, int limit, LocalDate today) {
        List<Weighed> weighed = pairs.stream()
                .map(pair -> weigh(pair, learned, today))
                .filter(candidate -> missed(candidate).isEmpty())
                .sorted(Comparator.comparingDouble(Weighed::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.pair.other().number()))
                .toList();
        double best = weighed.isEmpty() ? 0 : weighed.get(0).score;
        List<Candidate> candidates = new ArrayList<>();
        for (Weighed candidate : weighed) {
            SearchWords.Shared shared =
                    found.words().sharedWith(candidate.pair.other().text(), WORDS_SHOWN);
            if (candidates.size() < limit
                    && (shared.some()
                            || agreement(candidate.pair) > 0
                            || foreign(candidate.pair).size() > 1
                            || candidate.pair.likeness.alike())) {
                candidates.add(new Candidate(
                        candidate.pair.seed.number(),
                        candidate.pair.need.number(),
                        candidate.score,
                        Band.of(candidate.score, best, speaksForItself(candidate.pair, shared)),
                        reasons(candidate, shared.named(), found)));
            }
        }
        return new Shortlist(candidates, remark(record, found, candidates));
    }

    /** What the need says must be met and is not. */
    private static List<Conditions.Finding> missed(Weighed candidate) {
        var musts = candidate.pair.need.content().musts();
        return candidate.conditions.stream()
                .filter(finding -> finding.conflicts() && musts.contains(finding.on()))
                .toList();
    }

    private Weighed weigh(Pair pair, Learned learned, LocalDate today) {
        List<Conditions.Finding> conditions = Conditions.compare(pair.seed, pair.need, pair.rights, today);
        List<String> lessons = new ArrayList<>();
        double fit = conditions.stream()
                .mapToInt(finding -> finding.conflicts() && learned.conflicts().contains(finding.on())
                        ? 2 * finding.fit()
                        : finding.fit())
                .average()
                .orElse(0);
        double text = pair.own.japanese() == pair.other.japanese() || pair.likeness.meaning() != null
                ? weights.text() * pair.likeness.text()
                : weights.foreignText()
                        * Math.max(agreement(pair), Math.min(1, foreign(pair).size() / ENOUGH_FOREIGN));
        double score = text
                + weights.classification() * agreement(pair)
                + weights.conditions() * fit
                - weights.lessons() * lost(pair, learned, lessons);
        return new Weighed(pair, Math.max(score, 0), conditions, lessons);
    }

    /** How much advisers' refusals speak against the pair, 0 to 2, with sentences. */
    private static double lost(Pair pair, Learned learned, List<String> lessons) {
        double lost = 0;
        Lessons.Likeness like = learned.likeness().get(pair.other.number());
        if (like != null && like.share() >= NOTICED) {
            lost += like.share();
            lessons.add("Ranked lower: like " + like.number() + ", which was declined");
        }
        Integer trl = pair.seed.content().maturity().trl();
        if (learned.trl() > 0 && trl != null && trl <= learned.trl()) {
            lost += 1;
            lessons.add("Ranked lower: no riper than one that was declined as not mature enough");
        }
        return lost;
    }

    private static Set<String> foreign(Pair pair) {
        return pair.own.japanese() == pair.other.japanese() ? Set.of() : ForeignWords.shared(pair.own, pair.other);
    }

    /** Whether the two would be worth a look were nothing else to choose from. */
    private static boolean speaksForItself(Pair pair, SearchWords.Shared shared) {
        return shared.enough()
                || pair.likeness.alike()
                || agreement(pair) > 0.5
                || foreign(pair).size() >= SOME_FOREIGN;
    }

    private static double agreement(Pair pair) {
        if (!shared(pair.own.mainGroups(), pair.other.mainGroups()).isEmpty()) {
            return 1;
        }
        if (!shared(pair.own.subclasses(), pair.other.subclasses()).isEmpty()) {
            return 2.0 / 3;
        }
        return shared(pair.own.fields(), pair.other.fields()).isEmpty() ? 0 : 1.0 / 3;
    }

    private static List<String> reasons(Weighed candidate, List<String> words, Found found) {
        Pair pair = candidate.pair;
        List<String> reasons = new ArrayList<>();
        classification(pair, reasons);
        if (!words.isEmpty()) {
            reasons.add("Shared words: " + String.join(", ", words));
        }
        if (pair.likeness.alike()) {
            reasons.add("The texts mean alike");
        }
        if (pair.own.japanese() != pair.other.japanese()) {
            Set<String> foreign = foreign(pair);
            if (!foreign.isEmpty()) {
                reasons.add("Terms known in both languages: "
                        + foreign.stream().limit(WORDS_SHOWN).collect(Collectors.joining(", ")));
            }
            reasons.add(
                    pair.likeness.meaning() == null
                            ? "The two are written in different languages, so their texts were hardly compared"
                            : "The two are written in different languages and were compared by their meaning");
        } else if (pair.likeness.meaning() == null && pair.likeness.text() > 0) {
            reasons.add("Compared by their words alone");
        }
        candidate.conditions.forEach(finding -> reasons.add(finding.sentence()));
        missing(pair, reasons);
        reasons.addAll(candidate.lessons);
        return reasons;
    }

    /** What neither side has said, so that an adviser can ask. */
    private static void missing(Pair pair, List<String> reasons) {
        List<String> missing = new ArrayList<>();
        if (pair.seed.ipc().isEmpty() && !pair.seed.unpublished()) {
            missing.add("the seed's IPC classes");
        }
        if (pair.need.ipc().isEmpty()) {
            missing.add("the need's IPC classes");
        }
        if (pair.need.content().wantedKind() == null) {
            missing.add("which licence is wanted");
        }
        if (pair.need.content().budgetYen() == null) {
            missing.add("the budget");
        }
        if (!missing.isEmpty()) {
            reasons.add("Not said: " + String.join(", ", missing));
        }
    }

    private static void classification(Pair pair, List<String> reasons) {
        Set<String> fields = shared(pair.own.fields(), pair.other.fields()).stream()
                .map(TechnologyField::english)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> symbols = shared(pair.own.mainGroups(), pair.other.mainGroups());
        if (symbols.isEmpty()) {
            symbols = shared(pair.own.subclasses(), pair.other.subclasses());
        }
        if (!symbols.isEmpty()) {
            reasons.add("Both are classified in " + String.join(", ", symbols)
                    + (fields.isEmpty() ? "" : " (" + String.join("; ", fields).toLowerCase(Locale.ROOT) + ")"));
        } else if (!fields.isEmpty()) {
            reasons.add("Both belong to " + String.join("; ", fields).toLowerCase(Locale.ROOT));
        }
    }

    private static <T> Set<T> shared(Set<T> some, Set<T> others) {
        Set<T> shared = new TreeSet<>(some);
        shared.retainAll(others);
        return shared;
    }

    private static @Nullable String remark(Profile record, Found found, List<Candidate> candidates) {
        SearchWords words = found.words();
        boolean classified = !record.subclasses().isEmpty() || !record.fields().isEmpty();
        if (words.count() < 2 && !classified) {
            return "Not enough to match on: describe " + record.number()
                    + " in a few sentences, or name its IPC classes.";
        }
        if (words.count() < 5 && !classified) {
            return "The text of " + record.number() + " is very short, so the order says little.";
        }
        return candidates.isEmpty() ? "Nothing that is open now resembles " + record.number() + "." : null;
    }
}
