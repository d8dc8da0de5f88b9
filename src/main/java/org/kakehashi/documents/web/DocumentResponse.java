package org.kakehashi.documents.web;

import java.time.Instant;
import java.util.List;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.shared.Confidentiality;

/** A document as callers see it; its content is fetched by version. */
record DocumentResponse(
        String caseNumber,
        int number,
        DocumentKind kind,
        String title,
        Confidentiality tier,
        List<VersionResponse> versions) {

    record VersionResponse(
            int number,
            String fileName,
            String mediaType,
            long bytes,
            String sha256,
            String author,
            Instant addedAt,
            boolean generated) {}

    static DocumentResponse of(Document document) {
        return new DocumentResponse(
                document.caseNumber(),
                document.number(),
                document.kind(),
                document.title(),
                document.tier(),
                document.versions().stream()
                        .map(version -> new VersionResponse(
                                version.number(),
                                version.fileName(),
                                version.type().mediaType(),
                                version.bytes(),
                                version.sha256(),
                                version.author(),
                                version.addedAt(),
                                version.generated()))
                        .toList());
    }
}
