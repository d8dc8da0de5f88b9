package org.kakehashi.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets one address ask so often and no more, where everybody may ask. */
final class PublicLimit extends OncePerRequestFilter {

    private final PublicLimitSettings settings;
    private final ObjectMapper json;
    private final Allowance allowance;

    PublicLimit(PublicLimitSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.allowance = new Allowance(settings.requests(), settings.per());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = allowance.take(request.getRemoteAddr());
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "More than %d requests came from your address within %d seconds: wait %d seconds. The open-data files hold all records at once."
                        .formatted(settings.requests(), settings.per().toSeconds(), seconds));
        json.writeValue(response.getOutputStream(), problem);
    }
}
