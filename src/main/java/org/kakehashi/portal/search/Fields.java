package org.kakehashi.portal.search;

import java.util.List;
import java.util.Locale;
import org.kakehashi.portal.Facet;

/** The names of the fields in the index, beside those of the texts. */
final class Fields {

    /** The record's and the patent office's numbers, as {@link SearchText#number} reads them. */
    static final String NUMBERS = "numbers";

    /** The record's number, by which what is otherwise equal is ordered. */
    static final String NUMBER = "number";

    static final String SINCE = "since";

    /** When the record was published, to the second; not shown, and known of every record. */
    static final String PUBLISHED = "published";

    static final String TITLE_ORDER = "title_order";
    static final String TRL = "trl";

    /** Latin words as written. */
    static final String PLAIN = "plain";

    private static final List<String> IPC = List.of("ipc_section", "ipc_class", "ipc_subclass", "ipc_group");

    private Fields() {}

    static String of(Facet facet) {
        return "facet_" + facet.name().toLowerCase(Locale.ROOT);
    }

    /** Of classes, sections, subclasses or groups, whichever the symbol is. */
    static String ofSymbol(String symbol) {
        return IPC.get(
                switch (symbol.length()) {
                    case 1 -> 0;
                    case 3 -> 1;
                    case 4 -> 2;
                    default -> 3;
                });
    }

    /** From sections down to groups. */
    static List<String> ofSymbols() {
        return IPC;
    }
}
