package org.kakehashi.contract;

import java.util.List;
import java.util.stream.Collectors;

/** A right cannot be given because live contracts on the same patent stand against it. */
public final class LicenceOverlaps extends Exception {

    LicenceOverlaps(List<Overlap> standing) {
        super(sentence(standing));
    }

    /** Names the contracts that stand in the way, with what they grant and why that matters. */
    static String sentence(List<Overlap> standing) {
        return standing.stream()
                .map(overlap -> "%s (%s). %s"
                        .formatted(
                                overlap.live().number(),
                                overlap.live().grant().described(),
                                overlap.rule().sentence()))
                .collect(Collectors.joining(" ", "The right overlaps a live contract on the same patent: ", ""));
    }
}
