package org.kakehashi.advisers;

import java.util.List;

/** What advisers have in hand, as the modules know that keep it. */
public interface Caseload {

    /** Why the other cannot take up all of the adviser's work, a sentence for each hindrance. */
    List<String> hindrances(String adviser, String other);

    /** Whether this user may act in the record or case at the adviser's place. */
    boolean mayStandIn(String number, String adviser, String other);
}
