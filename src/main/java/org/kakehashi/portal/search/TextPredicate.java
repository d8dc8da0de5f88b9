package org.kakehashi.portal.search;

import java.util.List;
import java.util.Locale;
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

    TextPredicate(SearchPredicateFactory find, SearchText text) {
        this.find = find;
        this.text = text;
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
        return text.wanted().stream().filter(TextPredicate::tells).toList();
    }

    private static boolean tells(Clause clause) {
        return !Tongue.of(clause.text()).words(clause.text()).isEmpty();
    }

    private PredicateFinalStep weighed(BooleanPredicateClausesStep<?> records) {
        List<Clause> looked = looked(text);
        if (looked.isEmpty()) {
            records.must(find.matchAll());
        }
        looked.forEach(clause -> weigh(clause, records));
        text.unwanted().stream().filter(TextPredicate::tells).forEach(clause -> records.mustNot(has(clause)));
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
            List<String> words = tongue.words(clause.text());
            if (!words.isEmpty()) {
                somewhere.should(
                        switch (clause.kind()) {
                            case WORD -> together(tongue, clause.text());
                            case PHRASE ->
                                find.phrase().field(tongue.field(Part.TEXT)).matching(tongue.line(clause.text()));
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

    private PredicateFinalStep together(Tongue tongue, String text) {
        return find.match()
                .field(tongue.field(Part.TEXT))
                .matching(tongue.line(text))
                .minimumShouldMatchPercent(100);
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
            List<String> words = tongue.words(clause.text());
            if (words.isEmpty()) {
                continue;
            }
            String line = tongue.line(clause.text());
            for (Part part : Part.values()) {
                String field = tongue.field(part);
                if (part != Part.TEXT && clause.kind() != Kind.PHRASE) {
                    records.should(
                            find.match().field(field).boost(part.weight()).matching(line));
                }
                if (words.size() > 1 && (part == Part.TEXT || part == Part.TITLE)) {
                    records.should(
                            find.phrase().field(field).boost(part.weight()).matching(line));
                }
            }
        }
    }

    /** Latin words stand in Japanese texts too. */
    private static List<Tongue> tongues(String text) {
        return Tongue.of(text) == Tongue.JAPANESE ? List.of(Tongue.JAPANESE) : List.of(Tongue.values());
    }
}
