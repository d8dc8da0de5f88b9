package org.kakehashi.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.kakehashi.platform.audit.AuditEntry.Action;
import org.kakehashi.platform.security.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Notes who began and ended a session, who could not, and who stood before a door closed to their groups. A password or key
 * on each request begins no session.
 */
@Component
class AuditedSignIns {

    private static final String SESSION = "session";

    private final AuditTrail trail;
    private final ObjectProvider<People> people;

    AuditedSignIns(AuditTrail trail, ObjectProvider<People> people) {
        this.trail = trail;
        this.people = people;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        trail.add(event.getAuthentication().getName(), Action.SIGNED_IN, SESSION, "");
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        trail.add(event.getAuthentication().getName(), Action.SIGNED_OUT, SESSION, "");
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        trail.add(
                known(event.getAuthentication().getName()),
                Action.SIGN_IN_FAILED,
                SESSION,
                event.getException().getClass().getSimpleName());
    }

    @EventListener
    void on(AuthorizationDeniedEvent<?> event) {
        @SuppressWarnings("unchecked")
        Authentication user = ((Supplier<Authentication>) event.getAuthentication()).get();
        if (user != null && !(user instanceof AnonymousAuthenticationToken)) {
            trail.add(user.getName(), Action.REFUSED, "door", door(event.getObject()));
        }
    }

    private static String door(Object object) {
        if (object instanceof RequestAuthorizationContext context) {
            return door(context.getRequest());
        }
        return object instanceof HttpServletRequest request
                ? request.getMethod() + " " + request.getRequestURI()
                : object.getClass().getSimpleName();
    }

    /** What was typed as a user's name may be a password. */
    private String known(String typed) {
        return people.getObject().know(typed) ? typed : "unknown";
    }
}
