package org.kakehashi.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a service account in by the key that it bears: {@code Authorization: Bearer kakehashi_…}. */
@Component
class KeyDoor extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ServiceAccounts accounts;
    private final IdentityService identities;
    private final ClosedDoor closed;
    private final WrongTries wrongTries = new WrongTries(100);

    KeyDoor(ServiceAccounts accounts, IdentityService identities, ClosedDoor closed) {
        this.accounts = accounts;
        this.identities = identities;
        this.closed = closed;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials == null || !credentials.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (wrongTries.tooManyFrom(request.getRemoteAddr())) {
            closed.commence(request, response, new TooManyTries());
            return;
        }
        Optional<String> owner = accounts.owner(request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip());
        if (owner.isEmpty()) {
            wrongTries.count(request.getRemoteAddr());
            closed.commence(request, response, new BadCredentialsException("The key is unknown, expired or revoked."));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(owner.get(), null, groups(owner.get()))));
        chain.doFilter(request, response);
    }

    private List<SimpleGrantedAuthority> groups(String account) {
        return identities.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
    }
}
