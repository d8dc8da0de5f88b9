package org.kakehashi.contract;

import org.kakehashi.negotiation.GateRule;

/** A live contract beside which a right cannot stand, and the rule that says so. */
public record Overlap(Contract live, GateRule rule) {}
