package org.kakehashi.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.kakehashi.shared.LicenceKind;

class ValuationTest {

    private final Valuation fivePercent = new Valuation(new BigDecimal("5"));

    @Test
    void eachYearsRoyaltyIsDiscountedToToday() {
        Terms terms = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "1000000", "3.5", "0");
        assertThat(fivePercent.presentValueYen(terms, new BigDecimal("80000000")))
                .isEqualByComparingTo("13122535");
    }

    @Test
    void theMinimumCountsWhereItIsMoreThanTheRoyalty() {
        Terms terms = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "0", "3.5", "200000");
        assertThat(fivePercent.presentValueYen(terms, BigDecimal.ONE)).isEqualByComparingTo("865895");
    }

    @Test
    void withoutDiscountTheYearsAddUp() {
        Terms terms = TermsFixture.with(LicenceKind.NON_EXCLUSIVE, "1000000", "3.5", "0");
        assertThat(new Valuation(BigDecimal.ZERO).presentValueYen(terms, new BigDecimal("80000000")))
                .isEqualByComparingTo("15000000");
    }
}
