package org.kakehashi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrefectureTest {

    @Test
    void thereAre47InSevenRegions() {
        assertThat(Prefecture.values()).hasSize(47);
        assertThat(Arrays.stream(Prefecture.values()).map(Prefecture::code))
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Arrays.stream(Prefecture.values()).map(Prefecture::region).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Prefecture.Region.values());
    }

    @Test
    void isFoundByItsCode() {
        assertThat(Prefecture.of("JP-13")).isEqualTo(Prefecture.TOKYO);
        assertThat(Prefecture.TOKYO.japanese()).isEqualTo("東京都");
        assertThat(Prefecture.TOKYO.region()).isEqualTo(Prefecture.Region.KANTO);
    }

    @Test
    void anUnknownCodeIsRefusedInWords() {
        assertThatThrownBy(() -> Prefecture.of("JP-48"))
                .isInstanceOf(Refusal.class)
                .hasMessage("\"JP-48\" is not a prefecture: give its ISO 3166-2 code, JP-01 to JP-47.");
    }
}
