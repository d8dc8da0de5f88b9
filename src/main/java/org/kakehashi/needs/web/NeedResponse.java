package org.kakehashi.needs.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedContent;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/** A need as callers see it. */
record NeedResponse(
        String number,
        String source,
        String externalId,
        UUID organisationId,
        @Nullable Prefecture prefecture,
        Need.Status status,
        @Nullable String statusReason,
        List<TechnologyField> technologyFields,
        NeedContent content,
        Instant receivedAt,
        Instant updatedAt) {

    static NeedResponse of(Need need) {
        return new NeedResponse(
                need.number(),
                need.source(),
                need.externalId(),
                need.organisationId(),
                need.prefecture(),
                need.status(),
                need.statusReason(),
                need.technologyFields().stream().sorted().toList(),
                need.content(),
                need.receivedAt(),
                need.updatedAt());
    }
}
