package org.kakehashi.parties;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;

/** A contact's way to one side of one case. */
public record PartyLink(
        UUID id,
        String caseNumber,
        Side side,
        String name,
        String email,
        String language,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt) {

    public boolean holds(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** How the journal names whoever comes by the link. */
    public String actor() {
        return name + " (" + side.lower() + ", by link)";
    }
}
