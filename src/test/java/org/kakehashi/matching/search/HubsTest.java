package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubsTest {

    /** Three hundred needs, of which the highest two scores of a record count. */
    private final Hubs hubs = new Hubs(300);

    HubsTest() {
        IntStream.range(0, 40)
                .forEach(i -> hubs.add(
                        "need" + i, List.of(hit("seed" + i, 8), hit("everywhere", 3 + i / 10.0), hit("below", -1))));
    }

    @Test
    void whatComesUpForManyCountsByItsHighestScores() {
        assertThat(hubs.of("everywhere", "another need")).isEqualTo((6.9 + 6.8) / 2);
    }

    @Test
    void theRecordThatAsksIsLeftOut() {
        assertThat(hubs.of("everywhere", "need39")).isEqualTo((6.8 + 6.7) / 2);
        assertThat(hubs.of("seed7", "need7")).isZero();
    }

    @Test
    void whatComesUpForOneCountsLittleAndWhatComesUpForNoneNothing() {
        assertThat(hubs.of("seed7", "need8")).isEqualTo(4);
        assertThat(hubs.of("below", "need8")).isZero();
        assertThat(hubs.of("never seen", "need8")).isZero();
    }

    @Test
    void ofNobodyNothingIsKnown() {
        assertThat(Hubs.NONE.of("everywhere", "need1")).isZero();
    }

    private static HybridSearch.Hit hit(String number, double score) {
        return new HybridSearch.Hit(number, score, score, null, null);
    }
}
