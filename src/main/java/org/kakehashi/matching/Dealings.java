package org.kakehashi.matching;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was agreed on seeds, told by whoever keeps the contracts. */
public interface Dealings {

    /** Those of the seeds whose patent is assigned or under a live exclusive licence that leaves no room for another. */
    Set<String> taken(Collection<String> seedNumbers);

    /** The organisations that have or had a licence, by the seed. */
    Map<String, Set<UUID>> licensees(Collection<String> seedNumbers);
}
