package org.kakehashi.registry.web;

import java.nio.charset.StandardCharsets;
import org.kakehashi.registry.SeedFile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a seed's file: a picture to be shown, everything else to be saved. */
final class SeedFileAnswer {

    private SeedFileAnswer() {}

    static ResponseEntity<byte[]> of(SeedFile file, byte[] content) {
        ContentDisposition.Builder how =
                file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .eTag(file.sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
