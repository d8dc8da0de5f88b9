package org.kakehashi.platform.security;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts in this thread: the signed-in user, or the system itself in jobs and listeners. */
@Component
public class CurrentUser {

    /** The actor of jobs, timers and listeners. */
    public static final String SYSTEM = "system";

    public String name() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || user instanceof AnonymousAuthenticationToken ? SYSTEM : user.getName();
    }
}
