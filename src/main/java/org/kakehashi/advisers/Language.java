package org.kakehashi.advisers;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages advisers speak, by their ISO 639-1 codes. */
public final class Language {

    private static final List<String> USUAL = List.of("ja", "en", "zh", "ko");

    private Language() {}

    /** Such as {@code Japanese}. */
    public static String english(String code) {
        return name(code, Locale.ENGLISH);
    }

    /** Such as {@code English, Japanese}. */
    public static String english(Collection<String> codes) {
        return codes.stream().map(Language::english).sorted().collect(Collectors.joining(", "));
    }

    /** Such as {@code Japanese}, or 日本語 for a Japanese reader. */
    public static String name(String code, Locale reader) {
        return Locale.forLanguageTag(code).getDisplayLanguage(reader);
    }

    /** What a form offers: the usual ones, then those that somebody speaks as well. */
    public static List<String> offered(Collection<Adviser> advisers) {
        return Stream.concat(
                        USUAL.stream(),
                        advisers.stream()
                                .flatMap(adviser -> adviser.languages().stream())
                                .sorted())
                .distinct()
                .toList();
    }
}
