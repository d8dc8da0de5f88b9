package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.kakehashi.shared.Money;

/**
 * What an audit found: how much royalty the licensee's statement fell short of.
 *
 * @param percent of the royalty that was really owed, cut after two decimals
 * @param auditCostMoves whether the licensee bears the cost of the audit
 */
public record UnderReport(Money shortfall, BigDecimal percent, boolean auditCostMoves) {

    private static final BigDecimal THRESHOLD = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static UnderReport of(Money stated, Money owed) {
        BigDecimal shortfall = owed.amount().subtract(stated.amount()).max(BigDecimal.ZERO);
        BigDecimal percent = shortfall.signum() == 0
                ? BigDecimal.ZERO
                : shortfall.multiply(HUNDRED).divide(owed.amount(), 2, RoundingMode.DOWN);
        return new UnderReport(new Money(shortfall, owed.currency()), percent, percent.compareTo(THRESHOLD) >= 0);
    }
}
