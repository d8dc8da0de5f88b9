package org.kakehashi.outcomes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kakehashi.shared.Refusal;

/** Figures that cannot be, and in which fields. */
public class Misfigures extends Refusal {

    /** What is asked, in the order of the questionnaire. */
    public enum Field {
        CURRENCY("currency"),
        SALES("sales"),
        JOBS("jobs"),
        INVESTMENT("investment"),
        COST_SAVED("cost saved"),
        FURTHER_LICENCES("further licences"),
        UNUSED_REASON("reason");

        private final String english;

        Field(String english) {
            this.english = english;
        }
    }

    /** What is wrong with a field. */
    public enum Fault {
        MISSING("Give the %s, 0 where there are none."),
        NO_NUMBER("Give the %s as a number, such as 1,250,000."),
        NEGATIVE("The %s cannot be negative: give 0 where there are none."),
        DECIMALS("The %s is finer than the smallest unit of the currency, or no whole number."),
        TOO_HIGH("The %s is too high: check the number of its zeros."),
        UNKNOWN("The %s is unknown: choose one of the list."),
        NOTHING("Nothing was sold, invested or saved: say why the licence is not used yet.");

        private final String english;

        Fault(String english) {
            this.english = english;
        }
    }

    private final transient Map<Field, Fault> faults;

    Misfigures(Map<Field, Fault> faults) {
        super(Kind.INVALID, sentences(faults));
        this.faults = new TreeMap<>(faults);
    }

    private static List<String> sentences(Map<Field, Fault> faults) {
        return new TreeMap<>(faults)
                .entrySet().stream()
                        .map(entry -> entry.getValue().english.formatted(entry.getKey().english))
                        .toList();
    }

    public Map<Field, Fault> faults() {
        return faults;
    }
}
