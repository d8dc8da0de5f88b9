package org.kakehashi.shared;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days on which Japan's public offices work: neither Saturdays and Sundays, nor national holidays, nor the turn of
 * the year from 29 December to 3 January.
 *
 * <p>The library's calendar of Japan lacks the equinoxes, the days off in lieu and the days between two holidays, and
 * still keeps the former Emperor's birthday; they are put right here, from the year 2022 on.
 */
public final class BusinessCalendar {

    private static final HolidayManager JAPAN =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.JAPAN));
    private static final MonthDay FORMER_EMPERORS_BIRTHDAY = MonthDay.of(Month.DECEMBER, 23);
    private static final MonthDay EMPERORS_BIRTHDAY = MonthDay.of(Month.FEBRUARY, 23);
    private static final Map<Integer, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();

    private BusinessCalendar() {}

    public static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isTurnOfTheYear(day)
                && !isHoliday(day);
    }

    /** Whether the day is a national holiday, or one given in lieu of another or between two others. */
    public static boolean isHoliday(LocalDate day) {
        return HOLIDAYS.computeIfAbsent(day.getYear(), BusinessCalendar::holidays)
                .contains(day);
    }

    /** The day that is so many business days later; the day itself, business day or not, is not counted. */
    public static LocalDate plusBusinessDays(LocalDate day, int businessDays) {
        LocalDate later = day;
        for (int left = businessDays; left > 0; ) {
            later = later.plusDays(1);
            if (isBusinessDay(later)) {
                left--;
            }
        }
        return later;
    }

    /** The same time of day, so many business days later. */
    public static ZonedDateTime plusBusinessDays(ZonedDateTime time, int businessDays) {
        return time.with(plusBusinessDays(time.toLocalDate(), businessDays));
    }

    private static boolean isTurnOfTheYear(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 29
                || day.getMonth() == Month.JANUARY && day.getDayOfMonth() <= 3;
    }

    private static Set<LocalDate> holidays(int year) {
        var days = new TreeSet<LocalDate>();
        JAPAN.getHolidays(Year.of(year)).stream().map(Holiday::getDate).forEach(days::add);
        days.remove(FORMER_EMPERORS_BIRTHDAY.atYear(year));
        days.add(EMPERORS_BIRTHDAY.atYear(year));
        days.add(LocalDate.of(year, Month.MARCH, equinox(20.8431, year)));
        days.add(LocalDate.of(year, Month.SEPTEMBER, equinox(23.2488, year)));
        Set<LocalDate> named = Set.copyOf(days);
        named.stream().filter(day -> named.contains(day.plusDays(2))).forEach(day -> days.add(day.plusDays(1)));
        named.stream().filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY).forEach(sunday -> {
            LocalDate inLieu = sunday.plusDays(1);
            while (named.contains(inLieu)) {
                inLieu = inLieu.plusDays(1);
            }
            days.add(inLieu);
        });
        return Set.copyOf(days);
    }

    /** The day of the month by the astronomers' approximation, which holds until 2099. */
    private static int equinox(double dayIn1980, int year) {
        return (int) (dayIn1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
    }
}
