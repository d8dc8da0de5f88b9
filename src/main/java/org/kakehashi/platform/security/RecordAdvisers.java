package org.kakehashi.platform.security;

import java.util.Optional;

/** Knows who has a record in hand. */
public interface RecordAdvisers {

    /** @param recordNumber a seed's or need's */
    Optional<String> adviserOf(String recordNumber);

    /** Whether the person acts today at the place of the record's adviser. */
    boolean standsIn(String recordNumber, String person);
}
