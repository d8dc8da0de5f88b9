package org.kakehashi.advisers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kakehashi.shared.Side;

/** What advisers have in hand, as the modules know that keep it. */
public interface Caseload {

    /**
     * A record or one side of a case.
     *
     * @param subject what it is about, in words
     */
    record Place(String number, Side side, String subject) {}

    /** All that the adviser stands by. */
    List<Place> of(String adviser);

    /** Who could take the place; none where nobody but the excluded and the tied is left. */
    Optional<String> successor(Place place, Set<String> excluded);

    /** Why the other cannot take the place, if so. */
    Optional<String> hindrance(Place place, String other);

    /** Gives the place with its open tasks to the other. May be told twice. */
    void move(Place place, String other);

    /** The adviser has left: nothing is open to that user any more as a colleague asked in. May be told twice. */
    void left(String adviser);

    /** Why the other cannot take up all of the adviser's work, a sentence for each hindrance. */
    List<String> hindrances(String adviser, String other);

    /** Whether this user may act in the record or case at the adviser's place. */
    boolean mayStandIn(String number, String adviser, String other);
}
