package org.kakehashi.needs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kakehashi.shared.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** All needs. */
public interface Needs extends JpaRepository<Need, String>, JpaSpecificationExecutor<Need> {

    Optional<Need> findBySourceAndExternalId(String source, String externalId);

    List<Need> findBySourceAndExternalIdIn(String source, Collection<String> externalIds);

    /** @throws Refusal where there is no such need */
    default Need numbered(String number) {
        return findById(number).orElseThrow(() -> Refusal.notFound("There is no need " + number + "."));
    }
}
