package org.kakehashi.royalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;

class SharesTest {

    @Test
    void thePartsSumToTheWhole() {
        Shares thirds = shares("33.33", "33.33", "33.34");
        assertThat(thirds.split(Money.yen(100)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("JP 1", Money.yen(33), "JP 2", Money.yen(33), "JP 3", Money.yen(34)));
        for (long whole = 0; whole < 2_000; whole++) {
            assertThat(thirds.split(Money.yen(whole)).values().stream().reduce(Money.yen(0), Money::plus))
                    .isEqualTo(Money.yen(whole));
        }
    }

    @Test
    void whatIsLeftOverGoesToThePartsThatLostMost() {
        assertThat(shares("12.5", "37.5", "50").split(Money.yen(5)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("JP 1", Money.yen(1), "JP 2", Money.yen(2), "JP 3", Money.yen(2)));
    }

    @Test
    void centsAreSplitToo() {
        Currency dollar = Currency.getInstance("USD");
        assertThat(shares("50", "50").split(new Money(new BigDecimal("0.03"), dollar)))
                .containsEntry("JP 1", new Money(new BigDecimal("0.02"), dollar))
                .containsEntry("JP 2", new Money(new BigDecimal("0.01"), dollar));
    }

    @Test
    void whateverTheSharesAndTheAmountThePartsSumToTheWholeAndNoneIsAUnitOff() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 2_000; round++) {
            Shares shares = shares(percents(random));
            Money whole = Money.yen(random.nextLong(10_000_000_000L));
            Map<String, Money> parts = shares.split(whole);
            assertThat(parts.values().stream().reduce(Money.yen(0), Money::plus))
                    .isEqualTo(whole);
            for (Share share : shares.all()) {
                BigDecimal exact = whole.amount().multiply(share.percent()).movePointLeft(2);
                assertThat(parts.get(share.patent()).amount().subtract(exact).abs())
                        .isLessThan(BigDecimal.ONE);
            }
        }
    }

    @Test
    void sharesAreReadFromLines() {
        assertThat(Shares.read("JP 7123456 60\n\nJP 7123457: 40 %").all())
                .containsExactly(
                        new Share("JP 7123456", new BigDecimal("60")), new Share("JP 7123457", new BigDecimal("40")));
        assertThatThrownBy(() -> Shares.read("JP 7123456 60\nJP 7123457 39.99")).hasMessageContaining("total 99.99 %");
        assertThatThrownBy(() -> Shares.read("half each")).hasMessageContaining("\"half each\" is no share");
    }

    @Test
    void sharesThatDoNotTotalExactlyOneHundredPercentAreRefused() {
        assertThatThrownBy(() -> shares("50", "50.01"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The shares total 100.01 %: they must total exactly 100 %.");
        assertThatThrownBy(() -> shares("50", "49.99")).hasMessageContaining("total 99.99 %");
        assertThatThrownBy(() -> shares("110", "-10")).hasMessage("The share of JP 2 must be above 0 %.");
        assertThatThrownBy(() -> shares("33.333", "66.667")).hasMessageContaining("at most two decimals");
        assertThatThrownBy(() -> new Shares(
                        List.of(new Share("JP 1", BigDecimal.valueOf(50)), new Share("JP 1", BigDecimal.valueOf(50)))))
                .hasMessage("Name each patent once.");
    }

    /** Two to eight percentages with two decimals, which total 100. */
    private static String[] percents(Random random) {
        int[] cuts = IntStream.concat(
                        IntStream.of(0, 10_000),
                        random.ints(1, 10_000).distinct().limit(1 + random.nextInt(7)))
                .sorted()
                .toArray();
        return IntStream.range(1, cuts.length)
                .mapToObj(index ->
                        BigDecimal.valueOf(cuts[index] - cuts[index - 1], 2).toPlainString())
                .toArray(String[]::new);
    }

    private static Shares shares(String... percents) {
        return new Shares(IntStream.range(0, percents.length)
                .mapToObj(index -> new Share("JP " + (index + 1), new BigDecimal(percents[index])))
                .toList());
    }
}
