package org.kakehashi.documents;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.kakehashi.documents.Document.Version;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends a version to whoever may have it: always as a file to save, never as a page. */
@Component
public class Download {

    private final Documents documents;

    Download(Documents documents) {
        this.documents = documents;
    }

    public ResponseEntity<InputStreamResource> of(Document document, Version version) {
        return of(version, documents.take(document, version));
    }

    /** For somebody whom the caller has let in: whoever it is, is noted. */
    public ResponseEntity<InputStreamResource> handOut(Version version) {
        return of(version, documents.handOut(version));
    }

    private static ResponseEntity<InputStreamResource> of(Version version, InputStream content) {
        return ResponseEntity.ok()
                .eTag(version.sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.parseMediaType(version.type().mediaType()))
                .contentLength(version.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(version.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(content));
    }
}
