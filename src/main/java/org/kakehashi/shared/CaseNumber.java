package org.kakehashi.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number people call a record or case by: kind, year and a running number, such as {@code L-2026-000012}.
 *
 * @param kind what is numbered
 * @param year of the first registration
 * @param running number, never given twice within a kind
 */
public record CaseNumber(Kind kind, int year, long running) {

    private static final Pattern FORM = Pattern.compile("([SNMLCQFT])-(\\d{4})-(\\d{6,})");

    /** What is numbered, by its letter. */
    public enum Kind {
        SEED('S'),
        NEED('N'),
        MATCH('M'),
        CASE('L'),
        CONTRACT('C'),
        CONSULTATION('Q'),
        INQUIRY('F'),
        TOOL_LICENCE('T');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No kind of number begins with " + letter);
        }
    }

    /** @throws Refusal where the text is not such a number */
    public static CaseNumber parse(String text) {
        return find(text).orElseThrow(() -> Refusal.invalid("\"" + text + "\" is not a number such as L-2026-000012."));
    }

    /** The number that the text is; empty where it is none. */
    public static Optional<CaseNumber> find(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        return form.matches()
                ? Optional.of(new CaseNumber(
                        Kind.of(form.group(1).charAt(0)),
                        Integer.parseInt(form.group(2)),
                        Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%c-%04d-%06d", kind.letter, year, running);
    }
}
