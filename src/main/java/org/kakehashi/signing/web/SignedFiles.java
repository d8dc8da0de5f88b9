package org.kakehashi.signing.web;

import org.kakehashi.documents.Document.Version;
import org.kakehashi.documents.Documents;
import org.kakehashi.shared.Refusal;
import org.kakehashi.signing.Pinned;
import org.kakehashi.signing.SignatureRequest;
import org.springframework.stereotype.Component;

/** Finds the file that readers want: the text to be signed, or once sealed the signed file. */
@Component
class SignedFiles {

    private final Documents documents;

    SignedFiles(Documents documents) {
        this.documents = documents;
    }

    /** @throws Refusal where it is signed on paper and not sealed yet */
    Version of(SignatureRequest request) {
        Pinned file = request.sealed() == null ? request.text() : request.sealed();
        if (file == null) {
            throw Refusal.notFound("The contract of %s is signed on paper: your adviser gives it to you."
                    .formatted(request.caseNumber()));
        }
        return documents.forTask(request.caseNumber(), file.document()).version(file.version());
    }
}
