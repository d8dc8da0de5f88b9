package org.kakehashi.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.shared.OrganisationType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that imported records name, known by their name within the source. */
@Component
public class Registrants {

    private final Organisations organisations;

    Registrants(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The ids of the named organisations; those not seen before are entered, of type OTHER and without prefecture. */
    @Transactional
    public Map<String, UUID> named(String source, Collection<String> names) {
        Map<String, UUID> ids = new HashMap<>();
        organisations
                .findBySourceAndExternalIdIn(source, names)
                .forEach(known -> ids.put(String.valueOf(known.externalId()), known.id()));
        Set<String> unknown = new HashSet<>(names);
        unknown.removeAll(ids.keySet());
        List<Organisation> entered = organisations.saveAll(unknown.stream()
                .map(name ->
                        new Organisation(source, name, Organisation.Profile.of(name, OrganisationType.OTHER, null)))
                .toList());
        entered.forEach(organisation -> ids.put(String.valueOf(organisation.externalId()), organisation.id()));
        return ids;
    }
}
