package org.kakehashi.shared;

import java.util.Locale;

/** The two sides of a licensing case. */
public enum Side {
    LICENSOR,
    LICENSEE;

    public Side other() {
        return this == LICENSOR ? LICENSEE : LICENSOR;
    }

    /** The side as models and messages write it, such as {@code licensor}. */
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
