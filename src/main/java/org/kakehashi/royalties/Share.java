package org.kakehashi.royalties;

import java.math.BigDecimal;

/**
 * How much of what a contract brings goes to one of its patents.
 *
 * @param patent by its number, such as {@code JP 7123456}
 */
public record Share(String patent, BigDecimal percent) {}
