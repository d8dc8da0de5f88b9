package org.kakehashi.negotiation;

import java.util.UUID;
import org.kakehashi.shared.Side;

/**
 * A case has waited long for what a side says.
 *
 * @param id of this reminder; others on the same matter may follow
 */
public record SideReminded(UUID id, String caseNumber, Occasion occasion, int round, Side side) {}
