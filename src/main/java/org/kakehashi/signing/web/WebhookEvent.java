package org.kakehashi.signing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Signatures;

/** What a signing service tells. */
record WebhookEvent(
        @Schema(description = "By which the service knows the event again", example = "evt_7f3a")
        @NotBlank(message = "must be given")
        @Size(max = 200, message = "must have at most 200 characters")
        String id,

        @Schema(example = "1b4e28ba-2fa1-4d2b-883f-0016d3cca427") @NotNull(message = "must be given")
        UUID requestId,

        @NotNull(message = "must be LICENSOR or LICENSEE") Side side,

        @NotNull(message = "must be SIGNED or DECLINED") Type type,

        @Schema(description = "Who signed; needed where it was signed", example = "Mary Example")
        @Nullable
        @Size(max = 200, message = "must have at most 200 characters")
        String signer,

        @Schema(example = "mary@example.org")
        @Nullable
        @Email(message = "must be a mail address")
        @Size(max = 320, message = "must have at most 320 characters")
        String email,

        @Schema(description = "By the service's clock", example = "2026-11-23T09:30:00Z") @Nullable
        Instant signedAt,

        @Schema(description = "SHA-256 of the PDF that was signed, in hexadecimal digits; needed where it was signed")
        @Nullable
        @Size(max = 64, message = "must have 64 digits")
        String sha256,

        @Schema(description = "Why the side declines; needed where it does")
        @Nullable
        @Size(max = 2000, message = "must have at most 2,000 characters")
        String reason) {

    enum Type {
        SIGNED,
        DECLINED
    }

    Signatures.Told by(String provider) {
        return new Signatures.Told(
                provider, id, requestId, side, type == Type.SIGNED, signer, email, signedAt, sha256, reason);
    }
}
