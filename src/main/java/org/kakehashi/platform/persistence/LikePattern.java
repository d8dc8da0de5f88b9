package org.kakehashi.platform.persistence;

import java.util.Locale;

/** How a part of a text is looked for in the database, whatever its letters' case. */
public final class LikePattern {

    /** Takes the next character of a pattern as it is. */
    public static final char ESCAPE = '\\';

    private LikePattern() {}

    /** For a lower-cased column that contains the text. */
    public static String containing(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
