package org.kakehashi.contract;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Terms;

/** What the right costs, as agreed; zero where nothing is paid. */
@Embeddable
public record Price(BigDecimal upfrontYen, BigDecimal royaltyPercent, BigDecimal minimumAnnualYen) {

    static Price of(Terms terms) {
        return new Price(orZero(terms.upfrontYen()), orZero(terms.royaltyPercent()), orZero(terms.minimumAnnualYen()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
