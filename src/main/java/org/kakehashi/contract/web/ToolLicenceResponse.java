package org.kakehashi.contract.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.shared.LicenceKind;

/** A research-tool licence as callers see it. */
record ToolLicenceResponse(
        String number,
        LicenceKind kind,
        String seed,
        ToolLicence.Requester requester,
        ToolLicence.Offered offered,
        ToolLicence.Status status,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate endsOn) {

    static ToolLicenceResponse of(ToolLicence licence) {
        return new ToolLicenceResponse(
                licence.number(),
                licence.kind(),
                licence.seedNumber(),
                licence.requester(),
                licence.offered(),
                licence.status(),
                licence.reason(),
                licence.requestedAt(),
                licence.concludedOn(),
                licence.endsOn());
    }
}
