package org.kakehashi.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tries to compute what is not shown, from the total and everything that is shown. */
class SuppressionTest {

    @Test
    void aCountUnderThreeIsHiddenAndAnotherWithItThatKeepsItFromFollowingFromTheTotal() {
        assertThat(Suppression.of(List.of(40L, 2L, 7L, 0L)))
                .containsExactly(Optional.of(40L), Optional.empty(), Optional.empty(), Optional.of(0L));
        assertThat(Suppression.of(List.of(40L, 3L, 7L)))
                .containsExactly(Optional.of(40L), Optional.of(3L), Optional.of(7L));
    }

    @Test
    void twoHiddenOnesWouldBothBeOne() {
        assertThat(Suppression.of(List.of(40L, 1L, 1L, 5L)))
                .containsExactly(Optional.of(40L), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void nobodyComputesAHiddenCount() {
        var random = new Random(3);
        int tables = 0;
        for (int round = 0; round < 5_000; round++) {
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(9); i++) {
                counts.add((long) random.nextInt(random.nextBoolean() ? 4 : 30));
            }
            List<Optional<Long>> shown = Suppression.of(counts);
            long total = counts.stream().mapToLong(Long::longValue).sum();
            long rest = total
                    - shown.stream()
                            .flatMap(Optional::stream)
                            .mapToLong(Long::longValue)
                            .sum();
            long hidden = shown.stream().filter(Optional::isEmpty).count();
            assertThat(shown).allSatisfy(count -> assertThat(count.orElse(0L)).isNotIn(1L, 2L));
            if (hidden > 0 && counts.stream().filter(count -> count > 0).count() > hidden) {
                // What may a hidden count be? Anything from 1 to what is left when the other hidden ones are 1.
                long most = rest - (hidden - 1);
                assertThat(hidden).as("%s", counts).isGreaterThan(1);
                assertThat(most).as("%s", counts).isGreaterThanOrEqualTo(3);
                tables++;
            }
        }
        assertThat(tables).isGreaterThan(1_000);
    }

    @Test
    void yearsWithFewContractsStandTogetherSoThatNoDifferenceOfCumulatedCountsIsSmall() {
        var years = new TreeMap<Integer, Long>(Map.of(1997, 1L, 1998, 1L, 1999, 4L, 2000, 9L, 2001, 2L));
        Map<Suppression.Span, Long> shown = Suppression.years(years);
        assertThat(shown)
                .containsExactly(
                        Map.entry(new Suppression.Span(1997, 1999), 6L),
                        Map.entry(new Suppression.Span(2000, 2001), 11L));
        assertThat(Suppression.years(new TreeMap<>(Map.of(2001, 2L)))).isEmpty();
    }
}
