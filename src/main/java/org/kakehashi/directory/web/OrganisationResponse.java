package org.kakehashi.directory.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Contact;
import org.kakehashi.directory.Industry;
import org.kakehashi.directory.Organisation;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;

/** An organisation as callers see it. */
record OrganisationResponse(
        UUID id,
        int version,
        @Nullable String source,
        @Nullable String externalId,
        String name,
        @Nullable String nameJa,
        OrganisationType type,
        @Nullable Prefecture prefecture,
        @Nullable Industry industry,
        @Nullable Long capitalYen,
        @Nullable Integer staff,
        boolean sme,
        @Nullable UUID parent,
        @Nullable Contact contact) {

    static OrganisationResponse of(Organisation organisation, boolean withContact) {
        return new OrganisationResponse(
                organisation.id(),
                organisation.version(),
                organisation.source(),
                organisation.externalId(),
                organisation.name(),
                organisation.nameJa(),
                organisation.type(),
                organisation.prefecture(),
                organisation.industry(),
                organisation.capitalYen(),
                organisation.staff(),
                organisation.isSme(),
                organisation.parent(),
                withContact ? organisation.contact() : null);
    }
}
