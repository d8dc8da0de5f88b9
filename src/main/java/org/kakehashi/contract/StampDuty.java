package org.kakehashi.contract;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Stamp duty on the deed that assigns a patent: Stamp Tax Act, appended table 1, no. 1 (transfer of intangible property
 * rights), as published by the National Tax Agency in its table no. 7140.
 */
final class StampDuty {

    private static final int WITHOUT_AMOUNT = 200;
    private static final BigDecimal FREE_BELOW = BigDecimal.valueOf(10_000);
    private static final int HIGHEST = 600_000;

    /** The duty by the highest amount for which it holds. */
    private static final NavigableMap<BigDecimal, Integer> TABLE = new TreeMap<>();

    static {
        upTo(100_000, 200);
        upTo(500_000, 400);
        upTo(1_000_000, 1_000);
        upTo(5_000_000, 2_000);
        upTo(10_000_000, 10_000);
        upTo(50_000_000, 20_000);
        upTo(100_000_000, 60_000);
        upTo(500_000_000, 100_000);
        upTo(1_000_000_000, 200_000);
        upTo(5_000_000_000L, 400_000);
    }

    private StampDuty() {}

    /** @param price that the deed states; zero where it states none */
    static int on(BigDecimal price) {
        if (price.signum() == 0) {
            return WITHOUT_AMOUNT;
        }
        if (price.compareTo(FREE_BELOW) < 0) {
            return 0;
        }
        var row = TABLE.ceilingEntry(price);
        return row == null ? HIGHEST : row.getValue();
    }

    private static void upTo(long amount, int duty) {
        TABLE.put(BigDecimal.valueOf(amount), duty);
    }
}
