package org.kakehashi.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that signs in with a key.
 *
 * @param keys those that have not been revoked, the latest first, expired ones among them
 */
public record ServiceAccount(String id, String purpose, List<String> roles, List<Key> keys) {

    /** A key as it can be shown: what opens the door is kept nowhere. */
    public record Key(
            UUID id,
            String issuedBy,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        public boolean holds(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    /** A new key, which nobody can be told a second time. */
    public record Issued(UUID id, String key, Instant expiresAt) {}
}
