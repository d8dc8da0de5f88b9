package org.kakehashi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;

class GrantTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @CsvSource({
        "EXCLUSIVE, NON_EXCLUSIVE, true",
        "NON_EXCLUSIVE, EXCLUSIVE, true",
        "ASSIGNMENT, RESEARCH_TOOL, true",
        "EXCLUSIVE_REGISTERED, EXCLUSIVE, true",
        "NON_EXCLUSIVE, NON_EXCLUSIVE, false",
        "OPTION, NON_EXCLUSIVE, false"
    })
    void oneExclusiveRightIsEnoughToExclude(LicenceKind one, LicenceKind other, boolean excludes) {
        assertThat(grant(one, "Batteries", "Japan", 5).excludes(grant(other, "Batteries", "Japan", 5)))
                .isEqualTo(excludes);
    }

    @ParameterizedTest
    @CsvSource({
        "Batteries, batteries, true",
        "Batteries, BATTERIES for vehicles, true",
        "'', Batteries, true",
        "ALL, Batteries, true",
        "All fields, Batteries, true",
        "全分野, 電池, true",
        "電池, リチウムイオン電池, true",
        "Ｂatteries, Batteries, true",
        "Batteries, Fuel cells, false",
        "Art, Heart valves, false",
        "Batteries; Fuel cells, Fuel cells, true",
        "'Batteries, fuel cells', Solar cells, false"
    })
    void fieldsMeetWhereOneLiesWithinTheOther(String one, String other, boolean meet) {
        assertThat(exclusive(one, "Japan").excludes(exclusive(other, "Japan"))).isEqualTo(meet);
        assertThat(exclusive(other, "Japan").excludes(exclusive(one, "Japan"))).isEqualTo(meet);
    }

    @ParameterizedTest
    @CsvSource({
        "Japan, Japan, true",
        "Japan, Tokyo, true",
        "日本国内, 東京都, true",
        "Kanto, Saitama, true",
        "Kanto, Osaka, false",
        "東京都, 京都府, false",
        "Hokkaido and Tohoku, Aomori, true",
        "Japan and Korea, Korea, true",
        "Japan except Tokyo, Osaka, true",
        "JP-13, Tokyo, true",
        "Worldwide, France, true",
        "'', France, true",
        "ALL, France, true",
        "France, Germany, false",
        "'France; Germany', Germany, true",
        "Japan, France, false"
    })
    void territoriesMeetWhereTheyShareAPlace(String one, String other, boolean meet) {
        assertThat(exclusive("Batteries", one).excludes(exclusive("Batteries", other)))
                .isEqualTo(meet);
        assertThat(exclusive("Batteries", other).excludes(exclusive("Batteries", one)))
                .isEqualTo(meet);
    }

    @Test
    void aRightThatBeginsWhenTheOtherIsOverDoesNotMeetIt() {
        Grant five = new Grant(LicenceKind.EXCLUSIVE, "", "", "", BEGIN, BEGIN.plusYears(5));
        Grant next = new Grant(LicenceKind.EXCLUSIVE, "", "", "", BEGIN.plusYears(5), null);
        Grant early =
                new Grant(LicenceKind.EXCLUSIVE, "", "", "", BEGIN.plusYears(5).minusDays(1), null);
        assertThat(five.excludes(next)).isFalse();
        assertThat(next.excludes(five)).isFalse();
        assertThat(five.excludes(early)).isTrue();
        assertThat(next.excludes(early)).isTrue();
    }

    @Test
    void aRightThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Grant(LicenceKind.EXCLUSIVE, "", "", "", BEGIN, BEGIN))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ends before it begins");
    }

    @Test
    void onlyAnExclusiveRightEverywhereAndInAllFieldsLeavesNothing() {
        assertThat(exclusive("All fields", "Worldwide").leavesNothing()).isTrue();
        assertThat(exclusive("All fields", "Japan").leavesNothing()).isFalse();
        assertThat(grant(LicenceKind.NON_EXCLUSIVE, "", "", 5).leavesNothing()).isFalse();
    }

    private static Grant exclusive(String field, String territory) {
        return grant(LicenceKind.EXCLUSIVE, field, territory, 5);
    }

    private static Grant grant(LicenceKind kind, String field, String territory, int years) {
        return new Grant(kind, field, territory, "make, sell", BEGIN, BEGIN.plusYears(years));
    }
}
