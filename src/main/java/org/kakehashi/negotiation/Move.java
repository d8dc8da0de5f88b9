package org.kakehashi.negotiation;

import org.kakehashi.shared.Side;

/** Whose move it is in a case. */
public enum Move {
    PROGRAMME("The programme"),
    LICENSOR("The licensor's side"),
    LICENSEE("The licensee's side"),
    BOTH("Both sides"),
    LEGAL("Legal");

    private final String english;

    Move(String english) {
        this.english = english;
    }

    public static Move of(Side side) {
        return side == Side.LICENSOR ? LICENSOR : LICENSEE;
    }

    public String english() {
        return english;
    }
}
