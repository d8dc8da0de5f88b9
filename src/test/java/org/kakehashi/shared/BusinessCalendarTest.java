package org.kakehashi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    /** As the Cabinet Office publishes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025: 01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13"
                        + " 11-03 11-23 11-24",
                "2026: 01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12"
                        + " 11-03 11-23",
                "2027: 01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03"
                        + " 11-23"
            })
    void knowsJapansHolidays(String published) {
        int year = Integer.parseInt(published.substring(0, 4));
        List<String> expected = List.of(published.substring(6).split(" "));

        Stream<LocalDate> days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));

        assertThat(days.filter(BusinessCalendar::isHoliday)
                        .map(day -> day.toString().substring(5)))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-29", "2026-12-31", "2027-01-03", "2026-10-03", "2026-10-04", "2026-09-22"})
    void publicOfficesRest(LocalDate day) {
        assertThat(BusinessCalendar.isBusinessDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-28", "2027-01-04", "2026-12-23", "2026-10-05"})
    void publicOfficesWork(LocalDate day) {
        assertThat(BusinessCalendar.isBusinessDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 5, 2026-10-13",
        "2026-04-28, 1, 2026-04-30",
        "2026-05-01, 1, 2026-05-07",
        "2026-09-18, 1, 2026-09-24",
        "2026-12-28, 1, 2027-01-04",
        "2026-10-03, 1, 2026-10-05",
        "2026-10-03, 0, 2026-10-03"
    })
    void countsBusinessDays(LocalDate from, int businessDays, LocalDate expected) {
        assertThat(BusinessCalendar.plusBusinessDays(from, businessDays)).isEqualTo(expected);
    }

    @Test
    void keepsTheTimeOfDay() {
        assertThat(BusinessCalendar.plusBusinessDays(ZonedDateTime.parse("2026-05-01T16:30+09:00[Asia/Tokyo]"), 2))
                .isEqualTo(ZonedDateTime.parse("2026-05-08T16:30+09:00[Asia/Tokyo]"));
    }
}
