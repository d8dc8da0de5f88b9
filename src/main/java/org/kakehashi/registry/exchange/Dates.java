package org.kakehashi.registry.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kakehashi.shared.Refusal;

/** Dates as they are written in Japan and in the United States. */
final class Dates {

    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "uuuu-M-d",
                    "uuuu/M/d",
                    "uuuu.M.d",
                    "uuuu年M月d日",
                    "uuuuMMdd",
                    "M/d/uuuu",
                    "d MMMM uuuu",
                    "d MMM uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private Dates() {}

    /**
     * The day, written as 2026-10-05.
     *
     * @param what the text stands for
     * @throws Refusal where it is no date
     */
    static String day(String what, String text) {
        return FORMS.stream()
                .flatMap(form -> parse(form, text).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(what + ": \"" + text + "\" is not a date."))
                .toString();
    }

    private static Optional<LocalDate> parse(DateTimeFormatter form, String text) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
