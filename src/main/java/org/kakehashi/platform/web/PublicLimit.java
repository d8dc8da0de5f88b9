package org.kakehashi.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets one address ask so often and no more, where everybody may ask. Of IPv6 the network counts, as whoever has one has all
 * its addresses. Each node counts for itself.
 */
final class PublicLimit extends OncePerRequestFilter {

    private static final int ADDRESSES = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final PublicLimitSettings settings;
    private final ObjectMapper json;
    private final Cache<String, Bucket> buckets;

    PublicLimit(PublicLimitSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(settings.per().multipliedBy(2))
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe =
                buckets.get(caller(request.getRemoteAddr()), caller -> bucket()).tryConsumeAndReturnRemaining(1);
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

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(settings.requests()).refillGreedy(settings.requests(), settings.per()))
                .build();
    }

    private static String caller(String address) throws IOException {
        return InetAddress.getByName(address) instanceof Inet6Address network
                ? HexFormat.of().formatHex(Arrays.copyOf(network.getAddress(), NETWORK_BYTES))
                : address;
    }
}
