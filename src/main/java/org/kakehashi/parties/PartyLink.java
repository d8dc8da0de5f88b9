package org.kakehashi.parties;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
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

    private static final String BY_LINK = " (%s, by link)";

    public boolean holds(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** How the journal names whoever comes by the link. */
    public String actor() {
        return actor(name, side);
    }

    static String actor(String name, Side side) {
        return name + BY_LINK.formatted(side.lower());
    }

    /** The name of whoever acted by a link; other actors as they are. */
    public static String nameOf(String actor) {
        return Arrays.stream(Side.values())
                .map(side -> BY_LINK.formatted(side.lower()))
                .reduce(actor, StringUtils::removeEnd);
    }
}
