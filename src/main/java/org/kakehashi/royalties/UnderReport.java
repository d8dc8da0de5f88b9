package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Money;

/**
 * What an audit found: how much royalty the licensee's statement fell short of.
 *
 * @param percent of the royalty that was really owed, cut after two decimals
 * @param auditCostMoves whether the licensee bears the cost of the audit
 */
public record UnderReport(Money shortfall, BigDecimal percent, boolean auditCostMoves) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param costMovesAt percent of under-report from which on the licensee bears the cost; none where it never does */
    static UnderReport of(Money stated, Money owed, @Nullable BigDecimal costMovesAt) {
        BigDecimal shortfall = owed.amount().subtract(stated.amount()).max(BigDecimal.ZERO);
        BigDecimal percent = shortfall.signum() == 0
                ? BigDecimal.ZERO
                : shortfall.multiply(HUNDRED).divide(owed.amount(), 2, RoundingMode.DOWN);
        return new UnderReport(
                new Money(shortfall, owed.currency()),
                percent,
                shortfall.signum() > 0 && costMovesAt != null && percent.compareTo(costMovesAt) >= 0);
    }
}
