package org.kakehashi.platform.camunda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceDto;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.kakehashi.platform.web.ReplayedBody;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a start over the engine's REST repeatable: the same business key, or the same {@code Idempotency-Key} header in
 * its place, answers with the instance that already runs.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 3)
class StartOnce extends OncePerRequestFilter {

    private static final Pattern START = Pattern.compile("/engine-rest/process-definition/key/([\\w-]+)/start");

    private final RuntimeService processes;
    private final IdentityService identities;
    private final ObjectMapper json;

    StartOnce(RuntimeService processes, IdentityService identities, ObjectMapper json) {
        this.processes = processes;
        this.identities = identities;
        this.json = json;
    }

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
        String key = start.path("businessKey").asText(request.getHeader("Idempotency-Key"));
        if (key == null) {
            chain.doFilter(new ReplayedBody(request, body), response);
            return;
        }
        Matcher definition = START.matcher(request.getRequestURI());
        Optional<ProcessInstance> running = definition.matches() ? running(definition.group(1), key) : Optional.empty();
        if (running.isPresent()) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), ProcessInstanceDto.fromProcessInstance(running.get()));
            return;
        }
        start.put("businessKey", key);
        chain.doFilter(new ReplayedBody(request, json.writeValueAsBytes(start)), response);
    }

    private Optional<ProcessInstance> running(String definitionKey, String businessKey) {
        var user = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return processes
                    .createProcessInstanceQuery()
                    .processDefinitionKey(definitionKey)
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .stream()
                    .findFirst();
        } finally {
            identities.setAuthentication(user);
        }
    }
}
