package org.kakehashi.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.platform.imports.Row;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that imported records name, known by their name within the source. */
@Component
public class Registrants {

    private static final int LONGEST_NAME = 200;

    private final Organisations organisations;
    private final CurrentUser user;

    Registrants(Organisations organisations, CurrentUser user) {
        this.organisations = organisations;
        this.user = user;
    }

    /**
     * The organisation that a row names.
     *
     * @param role what it is to the record, such as {@code owner}
     * @param columns the first that holds a name counts
     * @throws Refusal where none does
     */
    public static Organisation.Profile profile(Row row, String role, String... columns) {
        String name = row.text(columns).orElseThrow(() -> Refusal.invalid("The row names no " + role + "."));
        return Organisation.Profile.of(
                StringUtils.left(name, LONGEST_NAME),
                row.choice(OrganisationType.class, "organisationType").orElse(OrganisationType.OTHER),
                row.text("prefecture").map(Prefecture::of).orElse(null));
    }

    /** The organisations of those names, each entered as its profile says where the source has not named it before. */
    @Transactional
    public Map<String, Organisation> of(String source, Collection<Organisation.Profile> profiles) {
        Map<String, Organisation.Profile> unknown = new LinkedHashMap<>();
        profiles.forEach(profile -> unknown.putIfAbsent(profile.name(), profile));
        Map<String, Organisation> found = new HashMap<>();
        organisations
                .findBySourceAndExternalIdIn(source, unknown.keySet())
                .forEach(known -> found.put(String.valueOf(known.externalId()), known));
        unknown.keySet().removeAll(found.keySet());
        organisations
                .saveAllAndFlush(unknown.entrySet().stream()
                        .map(named -> new Organisation(source, named.getKey(), named.getValue(), user.name()))
                        .toList())
                .forEach(entered -> found.put(String.valueOf(entered.externalId()), entered));
        return found;
    }
}
