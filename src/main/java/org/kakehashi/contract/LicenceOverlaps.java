package org.kakehashi.contract;

import java.util.List;
import java.util.stream.Collectors;

/** A right cannot be given because live contracts on the same patent stand against it. */
public final class LicenceOverlaps extends Exception {

    LicenceOverlaps(List<Contract> standing) {
        super(sentence(standing));
    }

    /** Names the contracts that stand in the way, with what they grant. */
    static String sentence(List<Contract> standing) {
        return standing.stream()
                .map(contract -> contract.number() + " (" + contract.grant().described() + ")")
                .collect(Collectors.joining("; ", "The right overlaps a live contract on the same patent: ", "."));
    }
}
