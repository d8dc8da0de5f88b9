package org.kakehashi.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By what a list of results is narrowed; several values of one facet widen it again. */
public enum Facet {
    TECHNICAL_FIELD("[A-Z_]+"),
    FUNCTION(".{1,60}"),
    SECTOR("[A-Z_]+"),
    FIELD("[A-Z_]+"),
    IPC("[A-H](\\d{2}([A-Z]( \\d{1,4})?)?)?"),
    REGION("[A-Z_]+"),
    PREFECTURE("JP-\\d{2}"),
    REGISTRANT("[A-Z_]+"),
    LICENCE("YES|NO|NOT_SPECIFIED"),
    KIND("[A-Z_]+"),
    LUMP_SUM("YES|NO|NOT_SPECIFIED"),
    ROYALTY("YES|NO|NOT_SPECIFIED"),
    ASSIGNMENT("YES|NO|NOT_SPECIFIED"),
    MATURITY("[1-9]"),
    YEAR("\\d{4}"),
    TOOL("YES|NO"),
    TOOL_TYPE("[A-Z_]+");

    private final Pattern values;

    Facet(String values) {
        this.values = Pattern.compile(values);
    }

    /** The name in addresses, such as {@code lump-sum}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Facet> of(String parameter) {
        return Stream.of(values())
                .filter(facet -> facet.parameter().equals(parameter))
                .findFirst();
    }

    /** Whether the text can be a value; anything else in an address narrows nothing. */
    boolean takes(String value) {
        return values.matcher(value).matches();
    }
}
