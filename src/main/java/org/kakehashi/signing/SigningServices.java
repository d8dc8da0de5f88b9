package org.kakehashi.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows the signing services, and whether a message comes from one of them. */
@Component
public class SigningServices {

    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-fA-F]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SigningSettings settings;
    private final Clock clock;

    SigningServices(SigningSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public boolean isKnown(String provider) {
        return settings.webhooks().containsKey(provider);
    }

    /**
     * Whether the service has signed the message within the last five minutes.
     *
     * @param header {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.message" in hexadecimal digits>}
     */
    public boolean isFrom(String provider, @Nullable String header, byte[] message) {
        Matcher parts = HEADER.matcher(header == null ? "" : header);
        String secret = settings.webhooks().get(provider);
        if (secret == null || !parts.matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        String expected = sign(secret, parts.group(1), message);
        boolean recent = Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
        return recent
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        parts.group(2).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    }

    static String sign(String secret, String seconds, byte[] message) {
        byte[] prefix = (seconds + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[prefix.length + message.length];
        System.arraycopy(prefix, 0, signed, 0, prefix.length);
        System.arraycopy(message, 0, signed, prefix.length, message.length);
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.getBytes(StandardCharsets.UTF_8)).hmacHex(signed);
    }
}
