package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers for people to read. */
public final class Amounts {

    private Amounts() {}

    /** With thousands apart and no more decimals than it has, such as {@code 1,234,567.5}. */
    public static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + decimals(number) + "f", number);
    }

    /** Without trailing zeros, such as {@code 3.5}. */
    public static String plain(BigDecimal number) {
        return number.setScale(decimals(number)).toPlainString();
    }

    private static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
