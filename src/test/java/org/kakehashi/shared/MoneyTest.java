package org.kakehashi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Currency DOLLAR = Currency.getInstance("USD");

    @Test
    void addsUpAndIsReadable() {
        assertThat(Money.yen(5_000_000).plus(Money.yen(250_000))).hasToString("JPY 5,250,000");
        assertThat(new Money(new BigDecimal("12.5"), DOLLAR)).hasToString("USD 12.50");
    }

    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(new Money(new BigDecimal("100.0"), YEN)).isEqualTo(Money.yen(100));
    }

    @Test
    void refusesWhatIsNoAmount() {
        assertThatThrownBy(() -> Money.yen(-1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Money(new BigDecimal("0.5"), YEN))
                .isInstanceOf(Refusal.class)
                .hasMessage("0.5 is finer than the smallest unit of JPY.");
        assertThatThrownBy(() -> Money.yen(1).plus(new Money(BigDecimal.ONE, DOLLAR)))
                .isInstanceOf(Refusal.class);
    }
}
