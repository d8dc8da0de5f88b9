package org.kakehashi.registry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** A seed as callers see it. */
record SeedResponse(
        String number,
        String source,
        String externalId,
        UUID organisationId,
        @Nullable Prefecture prefecture,
        Seed.Status status,
        @Nullable String statusReason,
        @Nullable LocalDate renewalDue,
        List<TechnologyField> technologyFields,
        SeedContent content,
        Instant registeredAt,
        Instant updatedAt) {

    static SeedResponse of(Seed seed) {
        return new SeedResponse(
                seed.number(),
                seed.source(),
                seed.externalId(),
                seed.organisationId(),
                seed.prefecture(),
                seed.status(),
                seed.statusReason(),
                seed.renewalDue(),
                seed.technologyFields().stream().sorted().toList(),
                seed.content(),
                seed.registeredAt(),
                seed.updatedAt());
    }
}
