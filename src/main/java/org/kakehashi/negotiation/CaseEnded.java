package org.kakehashi.negotiation;

import org.kakehashi.shared.OutcomeCode;

/** A case has ended, with a contract or without. */
public record CaseEnded(String number, String seedNumber, String needNumber, OutcomeCode outcome, String reason) {}
