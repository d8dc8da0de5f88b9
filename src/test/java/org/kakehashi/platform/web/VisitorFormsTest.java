package org.kakehashi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kakehashi.platform.web.VisitorForms.Hindrance;
import org.kakehashi.platform.web.VisitorForms.Marks;
import org.springframework.mock.web.MockHttpServletRequest;

class VisitorFormsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private final VisitorForms forms = new VisitorForms(
            new VisitorFormSettings(2, Duration.ofMinutes(10), Duration.ofSeconds(2)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoFillsInWhatNobodySeesIsAProgram() {
        assertThat(new Marks("http://spam.example", "0").ofProgram()).isTrue();
        assertThat(new Marks("", "0").ofProgram()).isFalse();
    }

    @Test
    void nobodyFillsAFormInWithinTwoSeconds() {
        assertThat(forms.hindrance(begun(1_999), from("192.0.2.1"))).hasValue(Hindrance.QUICK);
        assertThat(forms.hindrance(begun(2_000), from("192.0.2.1"))).isEmpty();
        assertThat(forms.hindrance(new Marks("", null), from("192.0.2.1"))).hasValue(Hindrance.QUICK);
    }

    @Test
    void oneAddressSendsSoManyAndItsNetworkCountsAsOne() {
        assertThat(forms.hindrance(begun(9_000), from("2001:db8::1"))).isEmpty();
        assertThat(forms.hindrance(begun(9_000), from("2001:db8::2"))).isEmpty();
        assertThat(forms.hindrance(begun(9_000), from("2001:db8::3"))).hasValue(Hindrance.OFTEN);
        assertThat(forms.hindrance(begun(9_000), from("2001:db8:1::1"))).isEmpty();
    }

    private static Marks begun(long millisecondsAgo) {
        return new Marks("", String.valueOf(NOW.toEpochMilli() - millisecondsAgo));
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
