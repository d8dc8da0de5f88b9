package org.kakehashi.portal.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.shared.OrganisationType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What kind of organisation owns a record; asked for each record that is indexed, hence kept for a while. */
@Component
class RegistrantTypes {

    private final ObjectProvider<Organisations> organisations;
    private final Cache<UUID, OrganisationType> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    /** @param organisations asked for late, as the index is set up before any repository is */
    RegistrantTypes(ObjectProvider<Organisations> organisations) {
        this.organisations = organisations;
    }

    OrganisationType of(UUID organisation) {
        return known.get(organisation, id -> organisations
                .getObject()
                .findById(id)
                .map(Organisation::type)
                .orElse(OrganisationType.OTHER));
    }
}
