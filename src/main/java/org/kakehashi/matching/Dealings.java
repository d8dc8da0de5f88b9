package org.kakehashi.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.shared.LicenceKind;

/** What was agreed on seeds, told by whoever keeps the contracts. */
public interface Dealings {

    /** Those of the seeds whose patent is assigned or under a live exclusive licence that leaves no room for another. */
    Set<String> taken(Collection<String> seedNumbers);

    /**
     * A right that was given on a seed and is not over.
     *
     * @param everywhere whether it holds in every field and in all of Japan
     * @param described such as {@code Exclusive licence by contract, batteries, Japan, 2026-10-01 to 2031-10-01}
     */
    record Right(LicenceKind kind, boolean everywhere, String described) {}

    /** The rights on each of the seeds, be they such that leave room for others or not. */
    Map<String, List<Right>> rights(Collection<String> seedNumbers);

    /** The organisations that have or had a licence, by the seed. */
    Map<String, Set<UUID>> licensees(Collection<String> seedNumbers);
}
