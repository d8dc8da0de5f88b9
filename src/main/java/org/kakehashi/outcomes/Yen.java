package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What amounts in another currency are in yen, rounded half up, as {@code answered_figure} does. */
final class Yen {

    private Yen() {}

    static BigDecimal of(BigDecimal amount, BigDecimal yenPerUnit) {
        return amount.multiply(yenPerUnit).setScale(0, RoundingMode.HALF_UP);
    }
}
