package org.kakehashi.platform.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom an identity provider vouches for, under the name of the account here. */
class ProviderUser extends DefaultOidcUser {

    private final String account;

    ProviderUser(String account, Collection<String> groups, OidcUser vouchedFor) {
        super(authorities(groups), vouchedFor.getIdToken(), vouchedFor.getUserInfo());
        this.account = account;
    }

    @Override
    public String getName() {
        return account;
    }

    private static List<? extends GrantedAuthority> authorities(Collection<String> groups) {
        return groups.stream().map(SimpleGrantedAuthority::new).toList();
    }
}
