package org.kakehashi.platform.security;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
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

    /** Lets somebody act who has no account, under the name the journal will bear and as a member of these groups. */
    public <T> T acting(String name, Set<String> groups, Supplier<T> action) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    name, "", groups.stream().map(SimpleGrantedAuthority::new).toList())));
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public boolean signedIn() {
        return !SYSTEM.equals(name());
    }

    /** Whether the signed-in user belongs to one of the groups; the system itself belongs to none. */
    public boolean belongsToOneOf(String... groups) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null
                && user.getAuthorities().stream()
                        .anyMatch(group -> Set.of(groups).contains(group.getAuthority()));
    }
}
