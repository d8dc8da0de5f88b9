package org.kakehashi.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Side;

/**
 * The contract of a case on its way through both sides' signatures.
 *
 * @param text the PDF that both sides sign; none where none could be made, and it is signed on paper
 * @param endedAt when it was sealed or closed
 * @param sealed the text with its evidence, signed by the programme; only where the state says so
 * @param certificate fingerprint (SHA-256) of the certificate in the seal; none where the programme had none
 */
public record SignatureRequest(
        UUID id,
        String caseNumber,
        @Nullable Pinned text,
        State state,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Pinned sealed,
        @Nullable String certificate,
        List<Signature> signatures) {

    /** How far it has come. */
    public enum State {
        /** Signatures are awaited. */
        OPEN,
        /** Both sides have signed, and the file is sealed. */
        SEALED,
        /** The case ended before both sides had signed. */
        CLOSED
    }

    public Optional<Signature> signature(Side side) {
        return signatures.stream().filter(each -> each.side() == side).findFirst();
    }
}
