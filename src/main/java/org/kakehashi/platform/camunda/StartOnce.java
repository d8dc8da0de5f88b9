package org.kakehashi.platform.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceDto;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.ReplayedBody;
import org.kakehashi.shared.Refusal;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a start over the engine's REST repeatable: the same business key, or the same {@code Idempotency-Key} header in
 * its place, gets the first answer again, also where both arrive at once or the instance has ended meanwhile. A record
 * or case that runs under its number answers with its instance, whoever started it.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 3)
class StartOnce extends OncePerRequestFilter {

    private static final Pattern START = Pattern.compile("/engine-rest/process-definition/key/([\\w-]+)/start");

    private final RuntimeService processes;
    private final IdentityService identities;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    StartOnce(RuntimeService processes, IdentityService identities, Idempotency idempotency, ObjectMapper json) {
        this.processes = processes;
        this.identities = identities;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** The engine refused, in a response of its own, so that nothing may be kept. */
    private static final class NotStarted extends RuntimeException {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !START.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readAllBytes();
        ObjectNode start = json.readTree(body) instanceof ObjectNode object ? object : json.createObjectNode();
        String key = start.path("businessKey").asText(request.getHeader(Idempotency.HEADER));
        if (key == null) {
            chain.doFilter(new ReplayedBody(request, body), response);
            return;
        }
        start.put("businessKey", key);
        var replayed = new ReplayedBody(request, json.writeValueAsBytes(start));
        var engine = new ContentCachingResponseWrapper(response);
        try {
            JsonNode instance = idempotency.once(
                    key, List.of(request.getRequestURI(), start.path("variables")), JsonNode.class, () -> running(
                                    request, key)
                            .orElseGet(() -> begin(replayed, engine, chain)));
            write(response, HttpStatus.OK, instance);
        } catch (NotStarted e) {
            engine.copyBodyToResponse();
        } catch (Refusal e) {
            HttpStatus status = e.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
            write(response, status, Map.of("type", "InvalidRequestException", "message", e.sentences()));
        }
    }

    private JsonNode begin(HttpServletRequest request, ContentCachingResponseWrapper engine, FilterChain chain) {
        try {
            chain.doFilter(request, engine);
            if (engine.getStatus() != HttpStatus.OK.value()) {
                throw new NotStarted();
            }
            return json.readTree(engine.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<JsonNode> running(HttpServletRequest request, String businessKey) {
        Matcher definition = START.matcher(request.getRequestURI());
        if (!definition.matches()) {
            return Optional.empty();
        }
        var user = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return processes
                    .createProcessInstanceQuery()
                    .processDefinitionKey(definition.group(1))
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .stream()
                    .findFirst()
                    .map(instance -> json.valueToTree(ProcessInstanceDto.fromProcessInstance(instance)));
        } finally {
            identities.setAuthentication(user);
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, Object content) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), content);
    }
}
