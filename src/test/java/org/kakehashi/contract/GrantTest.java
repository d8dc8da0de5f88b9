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
        assertThat(exclusive(one, "Japan").meeting(exclusive(other, "Japan")).inField())
                .isEqualTo(meet);
        assertThat(exclusive(other, "Japan").meeting(exclusive(one, "Japan")).inField())
                .isEqualTo(meet);
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
        assertThat(exclusive("Batteries", one)
                        .meeting(exclusive("Batteries", other))
                        .inTerritory())
                .isEqualTo(meet);
        assertThat(exclusive("Batteries", other)
                        .meeting(exclusive("Batteries", one))
                        .inTerritory())
                .isEqualTo(meet);
    }

    @Test
    void aRightThatBeginsWhenTheOtherIsOverDoesNotMeetIt() {
        Grant five = new Grant(LicenceKind.EXCLUSIVE, "", "", "", BEGIN, BEGIN.plusYears(5));
        Grant next = new Grant(LicenceKind.EXCLUSIVE, "", "", "", BEGIN.plusYears(5), null);
        Grant early =
                new Grant(LicenceKind.EXCLUSIVE, "", "", "", BEGIN.plusYears(5).minusDays(1), null);
        assertThat(five.meeting(next).inTime()).isFalse();
        assertThat(next.meeting(five).inTime()).isFalse();
        assertThat(five.meeting(early).inTime()).isTrue();
        assertThat(next.meeting(early).inTime()).isTrue();
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
