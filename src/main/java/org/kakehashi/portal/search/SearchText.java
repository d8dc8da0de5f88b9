package org.kakehashi.portal.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * What a visitor typed, read so that nothing is wrong with it: words, "phrases", beginnings* and -exclusions, in letters of
 * any width.
 *
 * @param cut whether it was longer than what is looked for
 */
record SearchText(List<Clause> clauses, boolean cut) {

    private static final int MOST_CLAUSES = 32;
    private static final int LONGEST = 1_000;

    private static final String QUOTES = "\"“”„‟«»「」『』";

    private static final Pattern CLAUSE =
            Pattern.compile("(-?)(?:[%1$s]([^%1$s]*)[%1$s]|([^\\s%1$s]+))".formatted(QUOTES));

    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    /**
     * Something to look for, or to leave out.
     *
     * @param tells whether it has words that are not in every text
     */
    record Clause(Kind kind, String text, boolean excluded, boolean tells) {

        Clause(Kind kind, String text, boolean excluded) {
            this(kind, text, excluded, !Tongue.of(text).words(text).isEmpty());
        }

        /** Letters and digits alone, as numbers of patents are compared. */
        String number() {
            return SearchText.number(text);
        }
    }

    enum Kind {
        WORD,
        PHRASE,
        BEGINNING
    }

    static SearchText of(String typed) {
        String text = Normalizer.normalize(StringUtils.truncate(typed, LONGEST), Normalizer.Form.NFKC);
        List<Clause> clauses = new ArrayList<>();
        Matcher matcher = CLAUSE.matcher(text);
        boolean cut = typed.length() > LONGEST;
        while (matcher.find()) {
            Clause clause = clause(matcher);
            if (!LETTER.matcher(clause.text()).find()) {
                continue;
            }
            if (clauses.size() == MOST_CLAUSES) {
                cut = true;
                break;
            }
            clauses.add(clause);
        }
        return new SearchText(List.copyOf(clauses), cut);
    }

    private static Clause clause(Matcher matcher) {
        boolean excluded = !matcher.group(1).isEmpty();
        if (matcher.group(2) != null) {
            return new Clause(Kind.PHRASE, matcher.group(2), excluded);
        }
        String word = matcher.group(3);
        return word.endsWith("*")
                ? new Clause(Kind.BEGINNING, StringUtils.stripEnd(word, "*"), excluded)
                : new Clause(Kind.WORD, word, excluded);
    }

    /** Letters and digits alone, in lower case. */
    static String number(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    List<Clause> wanted() {
        return clauses.stream().filter(clause -> !clause.excluded).toList();
    }

    List<Clause> unwanted() {
        return clauses.stream().filter(Clause::excluded).toList();
    }
}
