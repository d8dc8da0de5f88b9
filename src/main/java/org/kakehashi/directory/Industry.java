package org.kakehashi.directory;

import org.jspecify.annotations.Nullable;

/** The industries that the SME Basic Act tells apart, each with how large a small or medium enterprise may be. */
public enum Industry {
    MANUFACTURING(300_000_000, 300),
    WHOLESALE(100_000_000, 100),
    RETAIL(50_000_000, 50),
    SERVICES(50_000_000, 100),
    OTHER(300_000_000, 300);

    private final long capitalYen;
    private final int staff;

    Industry(long capitalYen, int staff) {
        this.capitalYen = capitalYen;
        this.staff = staff;
    }

    /** Whether the enterprise is small or medium by its capital or by its staff; either is enough. */
    boolean countsAsSme(@Nullable Long capitalYen, @Nullable Integer staff) {
        return capitalYen != null && capitalYen <= this.capitalYen || staff != null && staff <= this.staff;
    }
}
