package org.kakehashi.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kakehashi.shared.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** All seeds. */
public interface Seeds extends JpaRepository<Seed, String>, JpaSpecificationExecutor<Seed> {

    Optional<Seed> findBySourceAndExternalId(String source, String externalId);

    List<Seed> findBySourceAndExternalIdIn(String source, Collection<String> externalIds);

    /** @throws Refusal where there is no such seed */
    default Seed numbered(String number) {
        return findById(number).orElseThrow(() -> Refusal.notFound("There is no seed " + number + "."));
    }
}
