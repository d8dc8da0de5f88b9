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
import org.kakehashi.matching.search.Profile;
import org.kakehashi.matching.search.SearchWords;
import org.kakehashi.needs.Need;
import org.kakehashi.registry.Seed;
import org.kakehashi.shared.TechnologyField;

/** Weighs the pairs that a search found: words, classification and conditions, and says so in sentences. */
class Comparison {

    private static final int WORDS_SHOWN = 6;

    private final MatchingSettings.Weights weights;

    Comparison(MatchingSettings.Weights weights) {
        this.weights = weights;
    }

    /** @param relevance of the other's text, 1 for the best of the search */
    record Pair(Seed seed, Need need, Profile own, Profile other, double relevance) {}

    private record Weighed(Pair pair, double score, List<Conditions.Finding> conditions) {}

    Shortlist shortlist(Profile record, List<Pair> pairs, SearchWords words, int limit, LocalDate today) {
        List<Weighed> weighed = pairs.stream()
                .map(pair -> weigh(pair, today))
                .sorted(Comparator.comparingDouble(Weighed::score)
                        .reversed()
                        .thenComparing(candidate -> candidate.pair.other().number()))
                .toList();
        double best = weighed.isEmpty() ? 0 : weighed.get(0).score;
        List<Candidate> candidates = new ArrayList<>();
        for (Weighed candidate : weighed) {
            SearchWords.Shared shared = words.sharedWith(candidate.pair.other().text(), WORDS_SHOWN);
            if (candidates.size() < limit && (shared.words() > 1 || agreement(candidate.pair) > 0)) {
                candidates.add(new Candidate(
                        candidate.pair.seed.number(),
                        candidate.pair.need.number(),
                        candidate.score,
                        Band.of(candidate.score, best),
                        reasons(candidate, shared.named())));
            }
        }
        return new Shortlist(candidates, remark(record, words, candidates));
    }

    private Weighed weigh(Pair pair, LocalDate today) {
        List<Conditions.Finding> conditions = Conditions.compare(pair.seed.content(), pair.need.content(), today);
        double fit =
                conditions.stream().mapToInt(Conditions.Finding::fit).average().orElse(0);
        double text = pair.own.japanese() == pair.other.japanese()
                ? weights.text() * pair.relevance
                : weights.foreignText() * agreement(pair);
        double score = text + weights.classification() * agreement(pair) + weights.conditions() * fit;
        return new Weighed(pair, Math.max(score, 0), conditions);
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

    private static List<String> reasons(Weighed candidate, List<String> words) {
        Pair pair = candidate.pair;
        List<String> reasons = new ArrayList<>();
        classification(pair, reasons);
        if (!words.isEmpty()) {
            reasons.add("Shared words: " + String.join(", ", words));
        }
        if (pair.own.japanese() != pair.other.japanese()) {
            reasons.add("The two are written in different languages, so their texts were hardly compared");
        }
        candidate.conditions.forEach(finding -> reasons.add(finding.sentence()));
        return reasons;
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

    private static @Nullable String remark(Profile record, SearchWords words, List<Candidate> candidates) {
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
