package org.kakehashi.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine's users who sign in with an identity provider. Issuer and subject tell who somebody is; names may change.
 * At each sign-in the account takes over name, address and groups.
 */
@Component
@Transactional
class ProviderAccounts {

    static final String NO_GROUP = "no-group";
    static final String NAME_TAKEN = "name-taken";
    static final String NAME_UNFIT = "name-unfit";

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");

    private final IdentityService identities;
    private final JdbcClient jdbc;
    private final LoginSettings settings;

    ProviderAccounts(IdentityService identities, JdbcClient jdbc, LoginSettings settings) {
        this.identities = identities;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * The user's account, made where there is none, with the groups the provider tells today, which may be none.
     *
     * @throws OAuth2AuthenticationException where the name belongs to somebody else or cannot be one
     */
    ProviderUser account(OidcUser user) {
        Set<String> groups = settings.groups(toldGroups(user));
        String account = known(user).orElseGet(() -> groups.isEmpty() ? user.getName() : join(user));
        if (identities.createUserQuery().userId(account).count() > 0) {
            belongTo(account, groups);
        }
        return new ProviderUser(account, groups, user);
    }

    /** Whether the account's owner signs in with a provider and hence never with a password. */
    @Transactional(readOnly = true)
    boolean has(String account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM provider_account WHERE user_id = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    private Optional<String> known(OidcUser user) {
        Optional<String> account = jdbc.sql("SELECT user_id FROM provider_account WHERE issuer = ? AND subject = ?")
                .params(user.getIssuer().toString(), user.getSubject())
                .query(String.class)
                .optional();
        account.ifPresent(id -> describe(identities.createUserQuery().userId(id).singleResult(), id, user));
        return account;
    }

    private String join(OidcUser user) {
        String name = user.getName();
        if (!NAME.matcher(name).matches()) {
            throw refused(NAME_UNFIT);
        }
        if (identities.createUserQuery().userId(name).count() > 0) {
            throw refused(NAME_TAKEN);
        }
        jdbc.sql("INSERT INTO provider_account (issuer, subject, user_id) VALUES (?, ?, ?)")
                .params(user.getIssuer().toString(), user.getSubject(), name)
                .update();
        describe(null, name, user);
        return name;
    }

    private void describe(@Nullable User present, String id, OidcUser user) {
        User account = present == null ? identities.newUser(id) : present;
        String firstName = Objects.requireNonNullElse(user.getGivenName(), "");
        String lastName = Objects.requireNonNullElse(user.getFamilyName(), "");
        if (present == null
                || !firstName.equals(present.getFirstName())
                || !lastName.equals(present.getLastName())
                || !Objects.equals(user.getEmail(), present.getEmail())) {
            account.setFirstName(firstName);
            account.setLastName(lastName);
            account.setEmail(user.getEmail());
            identities.saveUser(account);
        }
    }

    private void belongTo(String account, Set<String> groups) {
        Set<String> before = identities.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        before.stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> identities.deleteMembership(account, group));
        groups.stream()
                .filter(group -> !before.contains(group))
                .forEach(group -> identities.createMembership(account, group));
    }

    private Collection<String> toldGroups(OidcUser user) {
        Object told = user.getClaims().get(settings.groupsClaim());
        return told instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : told == null ? List.of() : List.of(told.toString());
    }

    static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }
}
