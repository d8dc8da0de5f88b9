package org.kakehashi.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who may not upload before anything of a large file is read; whoever looks for a forgery token reads it whole. */
final class UploadDoor extends OncePerRequestFilter {

    private final RequestMatcher uploads;
    private final Set<String> authorities;

    UploadDoor(RequestMatcher uploads, String... authorities) {
        this.uploads = uploads;
        this.authorities = Set.of(authorities);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !uploads.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            response.sendRedirect("/login");
        } else if (who.getAuthorities().stream().noneMatch(role -> authorities.contains(role.getAuthority()))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
