package org.kakehashi.outcomes;

import java.time.LocalDate;
import java.time.Month;

/** Japan's fiscal year, from April to March, named by the calendar year it begins in. */
public final class FiscalYear {

    private FiscalYear() {}

    public static int of(LocalDate day) {
        return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
    }

    public static LocalDate first(int fiscalYear) {
        return LocalDate.of(fiscalYear, Month.APRIL, 1);
    }

    public static LocalDate last(int fiscalYear) {
        return first(fiscalYear + 1).minusDays(1);
    }

    /** Such as {@code FY2025}. */
    static String name(int year) {
        return "FY" + year;
    }
}
