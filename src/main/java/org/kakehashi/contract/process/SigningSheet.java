package org.kakehashi.contract.process;

import org.jspecify.annotations.Nullable;
import org.kakehashi.signing.Pinned;
import org.kakehashi.signing.SignatureRequest;
import org.kakehashi.signing.Signatures;

/**
 * What forms say of the text for signature.
 *
 * @param document its number among the case's documents; 0 where it is signed on paper only
 * @param words how the company may sign
 */
record SigningSheet(int document, int version, String sha256, String words) {

    static SigningSheet of(Signatures signatures, String caseNumber) {
        return of(
                signatures.ofCase(caseNumber).map(SignatureRequest::text).orElse(null),
                signatures.obstacle().orElse(""));
    }

    private static SigningSheet of(@Nullable Pinned text, String obstacle) {
        if (text == null) {
            return new SigningSheet(0, 0, "", "No PDF for signature could be made: the contract is signed on paper.");
        }
        return new SigningSheet(
                text.document(),
                text.version(),
                text.sha256(),
                obstacle.isEmpty()
                        ? "The company signs on the page that its mail leads to; this task then ends by itself."
                        : "The contract is signed on paper. " + obstacle);
    }
}
