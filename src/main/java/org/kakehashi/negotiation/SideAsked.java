package org.kakehashi.negotiation;

import org.kakehashi.shared.Side;

/**
 * A case has begun to wait for what a side says.
 *
 * @param round counts the askings on the same occasion, from 1
 */
public record SideAsked(String caseNumber, Occasion occasion, int round, Side side) {}
