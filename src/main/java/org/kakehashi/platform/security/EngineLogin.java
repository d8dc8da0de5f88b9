package org.kakehashi.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in against the engine's users, with its throttle per account and one per address; a user's groups become
 * authorities. A verified password is remembered for a minute as a keyed digest, so that a REST client does not pay for
 * the slow hash on each request.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final ObjectProvider<IdentityService> identities;
    private final ObjectProvider<ProviderAccounts> provided;
    private final ObjectProvider<ServiceAccounts> services;
    private final LoginSettings settings;
    private final WrongTries wrongTries = new WrongTries(100);
    private final Cache<String, List<SimpleGrantedAuthority>> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();
    private final SecretKeySpec key = new SecretKeySpec(new SecureRandom().generateSeed(32), "HmacSHA256");

    EngineLogin(
            ObjectProvider<IdentityService> identities,
            ObjectProvider<ProviderAccounts> provided,
            ObjectProvider<ServiceAccounts> services,
            LoginSettings settings) {
        this.identities = identities;
        this.provided = provided;
        this.services = services;
        this.settings = settings;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        String password = String.valueOf(login.getCredentials());
        String address = login.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (wrongTries.tooManyFrom(address)) {
            throw new TooManyTries();
        }
        try {
            return UsernamePasswordAuthenticationToken.authenticated(user, null, groups(user, password));
        } catch (BadCredentialsException wrong) {
            wrongTries.count(address);
            throw wrong;
        }
    }

    /** @throws BadCredentialsException whatever is wrong, after the same time */
    private List<SimpleGrantedAuthority> groups(String user, String password) {
        return verified.get(digest(user, password), seen -> verify(user, password));
    }

    @EventListener
    void forget(AccountChanged account) {
        verified.invalidateAll();
    }

    private List<SimpleGrantedAuthority> verify(String user, String password) {
        IdentityService identity = identities.getObject();
        if (!isRight(identity, user, password)
                || !settings.passwordCounts(user)
                || provided.getObject().has(user)
                || services.getObject().has(user)) {
            throw new BadCredentialsException("User name or password is wrong, or the account is locked for a moment.");
        }
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    private static boolean isRight(IdentityService identity, String user, String password) {
        try {
            return identity.checkPassword(user, password);
        } catch (OptimisticLockingException severalTriesAtOnce) {
            return false;
        }
    }

    private String digest(String user, String password) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((user + "\0" + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
