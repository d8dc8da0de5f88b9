package org.kakehashi.needs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
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
        int version,
        String source,
        String externalId,
        UUID organisationId,
        @Nullable Prefecture prefecture,
        @JsonUnwrapped NeedContent content,
        List<TechnologyField> technologyFields,
        Need.Status status,
        @Nullable String statusReason,
        @Nullable LocalDate hearingOn,
        Instant receivedAt,
        Instant updatedAt) {

    static NeedResponse of(Need need) {
        return new NeedResponse(
                need.number(),
                need.version(),
                need.source(),
                need.externalId(),
                need.organisationId(),
                need.prefecture(),
                need.content(),
                need.technologyFields().stream().sorted().toList(),
                need.status(),
                need.statusReason(),
                need.hearingOn(),
                need.receivedAt(),
                need.updatedAt());
    }
}
