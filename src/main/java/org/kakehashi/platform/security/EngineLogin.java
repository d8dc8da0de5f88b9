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
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs in against the engine's users, with its throttle; a user's groups become authorities. A verified password is
 * remembered for a minute as a keyed digest, so that a REST client does not pay for the slow hash on each request.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final ObjectProvider<IdentityService> identities;
    private final Cache<String, List<SimpleGrantedAuthority>> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();
    private final SecretKeySpec key = new SecretKeySpec(new SecureRandom().generateSeed(32), "HmacSHA256");

    EngineLogin(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        String password = String.valueOf(login.getCredentials());
        List<SimpleGrantedAuthority> groups = verified.get(digest(user, password), seen -> verify(user, password));
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }

    private List<SimpleGrantedAuthority> verify(String user, String password) {
        IdentityService identity = identities.getObject();
        if (!identity.checkPassword(user, password)) {
            throw new BadCredentialsException("User name or password is wrong, or the account is locked for a moment.");
        }
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
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
