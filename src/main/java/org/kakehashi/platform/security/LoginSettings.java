package org.kakehashi.platform.security;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param emergencyAccount the only account whose password counts; that of every local account where absent
 * @param groupsClaim in which an identity provider tells a user's groups
 * @param roles which groups of the provider are which of ours: {@code advisers}, {@code managers}, {@code administrators} …
 * @param longestSession after which everybody signs in again, however busy
 * @param keyValidity how long a service account's key holds
 */
@ConfigurationProperties("kakehashi.login")
public record LoginSettings(
        @Nullable String emergencyAccount,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, Set<String>> roles,
        @DefaultValue("PT12H") Duration longestSession,
        @DefaultValue("P365D") Duration keyValidity) {

    /** Whether the account's password opens anything. */
    boolean passwordCounts(String account) {
        return emergencyAccount == null || emergencyAccount.isBlank() || emergencyAccount.equals(account);
    }

    /** Our groups of somebody who has these at the provider. */
    Set<String> groups(Collection<String> atProvider) {
        return roles.entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(atProvider::contains))
                .map(role -> role.getKey().equals("administrators") ? Roles.ADMINISTRATORS : role.getKey())
                .collect(Collectors.toSet());
    }
}
