package org.kakehashi.platform.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kakehashi.platform.camunda.HarmlessExpressions;
import org.kakehashi.platform.camunda.UserTaskForm;
import org.kakehashi.platform.web.ReplayedBody;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what is sent to the engine's REST before the engine does: no expressions but the harmless ones, and a form
 * returns its answer and nothing else.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 2)
class RequestGuard extends OncePerRequestFilter {

    private static final Pattern ENGINE = Pattern.compile("/(engine-rest|camunda/api)/.*");
    private static final Pattern FORM = Pattern.compile(".*/task/[^/]+/(submit-form|complete)");
    private static final int LARGEST_BODY = 5_000_000;

    private final ObjectMapper json;

    RequestGuard(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ENGINE.matcher(path(request)).matches()
                || Set.of("GET", "HEAD", "OPTIONS", "DELETE").contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(response, 413, "The request is larger than 5 MB.");
            return;
        }
        Optional<String> fault = fault(request, body);
        if (fault.isPresent()) {
            refuse(response, 400, fault.get());
            return;
        }
        chain.doFilter(new ReplayedBody(request, body), response);
    }

    private Optional<String> fault(HttpServletRequest request, byte[] body) throws IOException {
        JsonNode content;
        try {
            content = json.readTree(body);
        } catch (JsonProcessingException e) {
            return isJson(request) ? Optional.of("The request's body is not valid JSON.") : Optional.empty();
        }
        if (FORM.matcher(path(request)).matches()) {
            Iterator<String> names = content.path("variables").fieldNames();
            while (names.hasNext()) {
                String name = names.next();
                if (!name.equals(UserTaskForm.ANSWER)) {
                    return Optional.of("The form has no field '" + name + "'.");
                }
            }
            return Optional.empty();
        }
        return carriesExpression(content) ? Optional.of("Expressions are not allowed in queries.") : Optional.empty();
    }

    private static boolean carriesExpression(JsonNode node) {
        if (node.isObject()) {
            Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (field.getKey().endsWith("Expression")
                        && !field.getValue().isNull()
                        && !HarmlessExpressions.allow(field.getValue().asText())) {
                    return true;
                }
            }
        }
        for (JsonNode child : node) {
            if (carriesExpression(child)) {
                return true;
            }
        }
        return false;
    }

    /** The address as the engine will read it, with nothing left to decode. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private static boolean isJson(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), Map.of("type", "InvalidRequestException", "message", message));
    }
}
