package org.kakehashi.royalties;

import org.kakehashi.shared.Money;

/**
 * How a contract's money stands.
 *
 * @param received so far, late interest included
 * @param open still to be paid, whenever it is due
 * @param overdue the part of it whose day has passed
 */
public record Account(Money received, Money open, Money overdue) {}
