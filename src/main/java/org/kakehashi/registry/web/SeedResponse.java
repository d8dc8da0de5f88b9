package org.kakehashi.registry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedContent;
import org.kakehashi.shared.InpitField;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** A seed as callers see it. */
record SeedResponse(
        String number,
        int version,
        String source,
        String externalId,
        UUID organisationId,
        @Nullable Prefecture prefecture,
        @JsonUnwrapped SeedSheet content,
        List<TechnologyField> technologyFields,
        List<InpitField> inpitFields,
        Seed.Status status,
        @Nullable String statusReason,
        Seed.@Nullable ScoreSheet scores,
        @Nullable LocalDate renewalDue,
        Instant registeredAt,
        Instant updatedAt) {

    /** @param content what the caller may read of it */
    static SeedResponse of(Seed seed, SeedContent content) {
        return new SeedResponse(
                seed.number(),
                seed.version(),
                seed.source(),
                seed.externalId(),
                seed.organisationId(),
                seed.prefecture(),
                SeedSheet.of(content),
                content.technologyFields().stream().sorted().toList(),
                content.topics().known(),
                seed.status(),
                seed.statusReason(),
                seed.scores(),
                seed.renewalDue(),
                seed.registeredAt(),
                seed.updatedAt());
    }
}
