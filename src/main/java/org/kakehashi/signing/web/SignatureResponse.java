package org.kakehashi.signing.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.signing.Pinned;
import org.kakehashi.signing.Signature;
import org.kakehashi.signing.SignatureRequest;

/**
 * A contract on its way through its signatures, as callers see it.
 *
 * @param text the PDF to be signed; absent where it is signed on paper only
 * @param sealed the signed file
 */
record SignatureResponse(
        UUID id,
        String caseNumber,
        SignatureRequest.State state,
        @Nullable Pinned text,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Pinned sealed,
        @Nullable String certificate,
        List<Signature> signatures) {

    static SignatureResponse of(SignatureRequest request) {
        return new SignatureResponse(
                request.id(),
                request.caseNumber(),
                request.state(),
                request.text(),
                request.openedAt(),
                request.endedAt(),
                request.sealed(),
                request.certificate(),
                request.signatures().stream().filter(Signature::counts).toList());
    }
}
