package org.kakehashi.platform.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people stand in a table.
 *
 * @param what in words, such as {@code Contact of an organisation}
 * @param whose SQL condition on a row, in which {@code :person} is a mail address or a user's id
 * @param shown the columns that the person is told
 * @param fate what becomes of a row when the person is erased
 * @param needed what keeps the person from being erased; none where nothing does
 */
public record PersonalRecords(
        String what,
        String table,
        String whose,
        List<String> shown,
        Fate fate,
        @Nullable Need needed) {

    /** Stands where an address has to, once the person is erased. */
    public static final String NOBODY = "'nobody@erased.invalid'";

    /** A row stays without the person, goes, or stays as it is. */
    public sealed interface Fate {}

    /** @param columns SQL assignments, in which {@code :pseudonym} is what the person is called from now on */
    public record Blanked(String columns) implements Fate {}

    public record Removed() implements Fate {}

    /** @param why in words */
    public record Kept(String why) implements Fate {}

    /**
     * @param condition SQL on a row of the person's
     * @param sentence what has to be done first
     */
    public record Need(String condition, String sentence) {}

    public PersonalRecords(String what, String table, String whose, List<String> shown, Fate fate) {
        this(what, table, whose, shown, fate, null);
    }

    public PersonalRecords unless(String condition, String sentence) {
        return new PersonalRecords(what, table, whose, shown, fate, new Need(condition, sentence));
    }
}
