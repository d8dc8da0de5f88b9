package org.kakehashi.matching;

import org.kakehashi.shared.Side;

/**
 * A seed or need as the adviser of the other side may see it.
 *
 * @param text what it is about, as far as it may be read
 * @param party whose it is, or that the name is withheld
 */
public record Subject(String number, Side side, String title, String text, String party) {}
