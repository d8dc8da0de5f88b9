package org.kakehashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BandTest {

    @Test
    void standsBesideTheBestOfTheSearch() {
        assertThat(Band.of(12, 12, true)).isEqualTo(Band.HIGH);
        assertThat(Band.of(9, 12, true)).isEqualTo(Band.HIGH);
        assertThat(Band.of(8.9, 12, true)).isEqualTo(Band.MEDIUM);
        assertThat(Band.of(6, 12, true)).isEqualTo(Band.MEDIUM);
        assertThat(Band.of(5.9, 12, true)).isEqualTo(Band.LOW);
    }

    @Test
    void theBestOfNothingIsNotGood() {
        assertThat(Band.of(12, 12, false)).isEqualTo(Band.LOW);
    }
}
