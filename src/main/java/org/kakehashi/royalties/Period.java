package org.kakehashi.royalties;

import java.time.LocalDate;

/** The days from the first to the last, both of them counted. */
public record Period(LocalDate first, LocalDate last) {

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
