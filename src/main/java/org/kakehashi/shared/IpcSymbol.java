package org.kakehashi.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A symbol of the International Patent Classification, down to its subclass at least: {@code H01M 10/0525}. */
public final class IpcSymbol {

    private static final Pattern FORM = Pattern.compile(
            "([A-H])(\\d{2})([A-Z])(?:\\s*0{0,3}([1-9]\\d{0,3})(?:/(\\d{2,6}))?)?(?:\\s+\\(\\d{4}\\.\\d{2}\\))?");

    private final String subclass;
    private final @Nullable String mainGroup;
    private final @Nullable String subgroup;

    private IpcSymbol(String subclass, @Nullable String mainGroup, @Nullable String subgroup) {
        this.subclass = subclass;
        this.mainGroup = mainGroup;
        this.subgroup = subgroup;
    }

    /**
     * Reads a symbol however it is spaced and cased, with or without the version in brackets.
     *
     * @throws Refusal where the text is no such symbol
     */
    public static IpcSymbol parse(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw Refusal.invalid("\"" + text + "\" is not an IPC symbol such as H01M 10/0525.");
        }
        return new IpcSymbol(form.group(1) + form.group(2) + form.group(3), form.group(4), form.group(5));
    }

    /** The symbols of a text that lists them, separated by commas or semicolons. */
    public static List<String> list(String text) {
        return Arrays.stream(text.split("[;,、；]"))
                .map(String::strip)
                .filter(symbol -> !symbol.isEmpty())
                .toList();
    }

    /** Such as {@code H}. */
    public String section() {
        return subclass.substring(0, 1);
    }

    /** Such as {@code H01}. */
    public String classSymbol() {
        return subclass.substring(0, 3);
    }

    /** Such as {@code H01M}. */
    public String subclass() {
        return subclass;
    }

    /** Such as {@code 10}; empty where the symbol ends with its subclass. */
    public Optional<String> mainGroup() {
        return Optional.ofNullable(mainGroup);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpcSymbol symbol && toString().equals(symbol.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return subclass + (mainGroup == null ? "" : " " + mainGroup) + (subgroup == null ? "" : "/" + subgroup);
    }
}
