package org.kakehashi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PublicLimitTest {

    final PublicLimit limit = new PublicLimit(new PublicLimitSettings(3, Duration.ofHours(1)), new ObjectMapper());

    @Test
    void whoAsksTooOftenIsToldHowLongToWaitAndOthersAreNotKeptWaiting() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(asked("192.0.2.1").getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse refused = asked("192.0.2.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 1_200);
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(new ObjectMapper()
                        .readTree(refused.getContentAsByteArray())
                        .path("detail")
                        .asText())
                .startsWith("More than 3 requests came from your address within 3600 seconds: wait");
        assertThat(asked("192.0.2.2").getStatus()).isEqualTo(200);
    }

    @Test
    void theAddressesOfOneNetworkCountTogether() throws Exception {
        for (int i = 1; i <= 3; i++) {
            assertThat(asked("2001:db8:1:2::" + i).getStatus()).isEqualTo(200);
        }
        assertThat(asked("2001:db8:1:2:ffff::9").getStatus()).isEqualTo(429);
        assertThat(asked("2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse asked(String address) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/v1/public/seeds");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
