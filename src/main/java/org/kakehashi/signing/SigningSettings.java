package org.kakehashi.signing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keystore PKCS#12 file with the programme's certificate and key
 * @param password of the file
 * @param selfSigned whether a certificate is made below the data folder where no keystore is named; for demonstrations
 * @param timestamp address of a time-stamping authority (RFC 3161); without one the seal bears our own clock's time
 * @param webhooks name of each signing service and the secret, of at least 32 characters, that its messages are signed
 *     with
 */
@ConfigurationProperties("kakehashi.signing")
record SigningSettings(
        @Nullable Path keystore,
        @DefaultValue("") String password,
        boolean selfSigned,
        @Nullable URI timestamp,
        @DefaultValue Map<String, String> webhooks) {

    SigningSettings {
        if (keystore != null && keystore.toString().isEmpty()) {
            keystore = null;
        }
        webhooks.forEach((provider, secret) -> {
            if (secret.length() < 32) {
                throw new IllegalArgumentException(
                        "kakehashi.signing.webhooks." + provider + " must have at least 32 characters");
            }
        });
    }
}
