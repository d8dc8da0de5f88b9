package org.kakehashi.outcomes;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something about an answer that is hard to believe, and that its giver is asked about.
 *
 * @param values fill the sentence, amounts with their currency
 */
public record Doubt(Kind kind, List<String> values) {

    /** What is hard to believe. */
    public enum Kind {
        THOUSANDTH_OF_LAST_YEAR("Sales of %s are about a thousandth of last year's %s: were they given in thousands?"),
        THOUSANDTH_OF_STATED(
                "Sales of %s are about a thousandth of the %s stated for the royalties: were they given in thousands?"),
        THOUSAND_TIMES_LAST_YEAR(
                "Sales of %s are about a thousand times last year's %s: are there three zeros too many?"),
        THOUSAND_TIMES_STATED(
                "Sales of %s are about a thousand times the %s stated for the royalties: are there three zeros too many?"),
        FAR_ABOVE_LAST_YEAR("Sales of %s are far above last year's %s: is that right?"),
        FAR_BELOW_LAST_YEAR("Sales of %s are far below last year's %s: is that right?"),
        OTHER_THAN_STATED("Sales of %s differ from the %s stated for the royalties of the same time: which is right?"),
        OTHER_CURRENCY("The amounts are in %s, last year's were in %s: is the currency right?"),
        TINY("%s in a whole year is very little: was it given in thousands or millions?"),
        HUGE("%s in a year is very much: is the number of zeros right?"),
        JOBS_WITHOUT_MONEY("%s jobs were created, yet nothing was sold and nothing invested: is that right?"),
        JOBS_FOR_LITTLE("%s jobs are many for sales of %s and investments of %s: is that right?");

        private final String english;

        Kind(String english) {
            this.english = english;
        }
    }

    static Doubt of(Kind kind, Object... values) {
        return new Doubt(kind, Stream.of(values).map(String::valueOf).toList());
    }

    /** The question in English. */
    public String sentence() {
        return kind.english.formatted(values.toArray());
    }
}
