package org.kakehashi.portal.search;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.kakehashi.portal.search.SearchText.Clause;
import org.kakehashi.portal.search.SearchText.Kind;

/** Which records have the words, and how well they fit. */
final class TextPredicate {

    private static final float NUMBER_WEIGHT = 50;
    private static final int NEAR = 2;
    private static final Pattern IPC = Pattern.compile("[A-H]\\d{2}[A-Z]?", Pattern.CASE_INSENSITIVE);

    private final SearchPredicateFactory find;
    private final SearchText text;
    private final Map<Tongue, Map<String, Reading>> readings = new EnumMap<>(Tongue.class);

    TextPredicate(SearchPredicateFactory find, SearchText text) {
        this.find = find;
        this.text = text;
    }

    /** A text in a language. */
    private record Reading(List<String> words, String line) {}

    private Reading read(Tongue tongue, String text) {
        return readings.computeIfAbsent(tongue, none -> new HashMap<>())
                .computeIfAbsent(text, said -> new Reading(tongue.words(said), tongue.line(said)));
    }

    /** Every word is in the record. */
    PredicateFinalStep allWords() {
        var all = find.bool();
        looked(text).forEach(clause -> all.must(has(clause)));
        return weighed(all);
    }

    /** At least one word is in the record. */
    PredicateFinalStep anyWord() {
        var any = find.bool();
        looked(text).forEach(clause -> any.should(has(clause)));
        return weighed(find.bool().must(any));
    }

    /** What can be looked for: words that are not in every text. */
    static List<Clause> looked(SearchText text) {
        return text.wanted().stream().filter(Clause::tells).toList();
    }

    private PredicateFinalStep weighed(BooleanPredicateClausesStep<?> records) {
        List<Clause> looked = looked(text);
        if (looked.isEmpty()) {
            records.must(find.matchAll());
        }
        looked.forEach(clause -> weigh(clause, records));
        text.unwanted().stream().filter(Clause::tells).forEach(clause -> records.mustNot(has(clause)));
        if (looked.size() > 1) {
            String whole = String.join(" ", looked.stream().map(Clause::text).toList());
            tongues(whole)
                    .forEach(tongue -> records.should(find.phrase()
                            .field(tongue.field(Part.TITLE))
                            .boost(Part.TITLE.weight())
                            .matching(tongue.line(whole))
                            .slop(NEAR)));
        }
        return records;
    }

    private PredicateFinalStep has(Clause clause) {
        var somewhere = find.bool();
        tongues(clause.text()).forEach(tongue -> {
            Reading read = read(tongue, clause.text());
            if (!read.words.isEmpty()) {
                somewhere.should(
                        switch (clause.kind()) {
                            case WORD -> together(tongue, read);
                            case PHRASE ->
                                find.phrase().field(tongue.field(Part.TEXT)).matching(read.line);
                            case BEGINNING -> beginning(tongue, clause.text());
                        });
            }
        });
        if (clause.kind() != Kind.BEGINNING) {
            somewhere.should(find.match()
                    .field(Fields.NUMBERS)
                    .matching(clause.number())
                    .constantScore()
                    .boost(NUMBER_WEIGHT));
        }
        if (IPC.matcher(clause.text()).matches()) {
            String symbol = clause.text().toUpperCase(Locale.ROOT);
            somewhere.should(
                    find.match().field(Fields.ofSymbol(symbol)).matching(symbol).constantScore());
        }
        return somewhere;
    }

    private PredicateFinalStep together(Tongue tongue, Reading read) {
        return find.match().field(tongue.field(Part.TEXT)).matching(read.line).minimumShouldMatchPercent(100);
    }

    private PredicateFinalStep beginning(Tongue tongue, String text) {
        String field = tongue == Tongue.ENGLISH ? Fields.PLAIN : tongue.field(Part.TEXT);
        List<String> words = tongue == Tongue.ENGLISH ? Words.of(PortalAnalysis.PLAIN, text) : tongue.words(text);
        var all = find.bool();
        words.subList(0, words.size() - 1)
                .forEach(word -> all.filter(find.match().field(field).matching(word)));
        return all.must(find.prefix().field(field).matching(words.get(words.size() - 1)));
    }

    private void weigh(Clause clause, BooleanPredicateClausesStep<?> records) {
        for (Tongue tongue : tongues(clause.text())) {
            Reading read = read(tongue, clause.text());
            if (read.words.isEmpty()) {
                continue;
            }
            for (Part part : Part.values()) {
                String field = tongue.field(part);
                if (part != Part.TEXT && clause.kind() != Kind.PHRASE) {
                    records.should(
                            find.match().field(field).boost(part.weight()).matching(read.line));
                }
                if (read.words.size() > 1 && (part == Part.TEXT || part == Part.TITLE)) {
                    records.should(
                            find.phrase().field(field).boost(part.weight()).matching(read.line));
                }
            }
        }
    }

    /** Latin words stand in Japanese texts too. */
    private static List<Tongue> tongues(String text) {
        return Tongue.of(text) == Tongue.JAPANESE ? List.of(Tongue.JAPANESE) : List.of(Tongue.values());
    }
}
