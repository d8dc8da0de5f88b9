package org.kakehashi.platform.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kakehashi.platform.audit.AuditEntry.Action;
import org.kakehashi.platform.security.CurrentUser;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes who read what: every answer about a numbered record or case, an organisation, an adviser or a file, and every form or
 * variable of a task or instance, through whichever door; and who was refused, whether told so
 * or answered as if it were not there. What was changed is noted by the journal and
 * the engine's operation log, and from here where neither writes.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 4)
public class AuditDoor extends OncePerRequestFilter {

    private static final String ABOUT = AuditDoor.class.getName();
    private static final Pattern RECORD = Pattern.compile(
            "/(?:cases|records|contracts|consultations|api/v1)/(?:.*/)?([SNMLCQF]-\\d{4}-\\d{6,})(?:/.*)?");
    private static final Pattern ENGINE = Pattern.compile(
            "/(?:engine-rest|camunda/api/engine/engine/[^/]+)/(?:task|process-instance|execution)/([^/]+)"
                    + "/(?:form-variables|variables|localVariables|rendered-form)(?:/.*)?"
                    + "|/(?:engine-rest|camunda/api/engine/engine/[^/]+)/(?:history/)?(variable-instance|detail)(?:/.*)?");

    /** What has no journal of its own. */
    private static final Pattern OTHER = Pattern.compile(
            "/(?:api/v1/)?(?:(?:organisations|advisers|signatures|dispatches|templates|service-accounts|activities|imports"
                    + "|administration)/([^/]+)(?:/.*)?|((?:inquiries|inquiry-years)/\\d+)(?:/.*)?"
                    + "|(organisations|dispatches|service-accounts|activities|imports))");

    private final AuditTrail trail;
    private final CurrentUser user;

    AuditDoor(AuditTrail trail, CurrentUser user) {
        this.trail = trail;
        this.user = user;
    }

    private record About(String actor, String subject) {}

    /** Says of a request by link what it is about and who comes; its address, which is a secret, is not noted. */
    public static void about(HttpServletRequest request, String actor, String subject) {
        request.setAttribute(ABOUT, new About(actor, subject));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        boolean refused = status == HttpStatus.FORBIDDEN || status == HttpStatus.NOT_FOUND;
        if (status == null || status.isError() && !refused) {
            return;
        }
        boolean reads = "GET".equals(request.getMethod());
        String address = request.getRequestURI();
        if (request.getAttribute(ABOUT) instanceof About about) {
            if (reads) {
                trail.add(about.actor, refused ? Action.REFUSED : Action.SAW, about.subject, "by link");
            }
        } else if (reads || refused) {
            found(RECORD, address)
                    .or(() -> found(ENGINE, address))
                    .or(() -> found(OTHER, address))
                    .ifPresent(
                            subject -> trail.add(user.name(), refused ? Action.REFUSED : Action.SAW, subject, address));
        } else if (found(RECORD, address).isEmpty()) {
            found(OTHER, address)
                    .ifPresent(subject ->
                            trail.add(user.name(), Action.CHANGED, subject, request.getMethod() + " " + address));
        }
    }

    private static Optional<String> found(Pattern pattern, String address) {
        Matcher match = pattern.matcher(address);
        if (!match.matches()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
