package org.kakehashi.portal.search;

import java.util.Optional;

/** The words that the index knows. */
interface Vocabulary {

    boolean knows(String field, String word);

    /** The known word that differs by the fewest letters, at most two; of several the most frequent. */
    Optional<String> nearest(String field, String word);
}
