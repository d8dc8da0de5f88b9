package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kakehashi.registry.OpenData;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the published seeds as files. */
@RestController
@Tag(name = "Open data", description = "What is published, for everybody")
class OpenDataController {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final OpenData openData;

    OpenDataController(OpenData openData) {
        this.openData = openData;
    }

    @GetMapping("/open-data/licensable-patents.csv")
    ResponseEntity<Resource> table(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            @RequestParam(defaultValue = "false") boolean bom)
            throws IOException {
        return answer(OpenData.Kind.TABLE, encodings, bom);
    }

    @GetMapping("/open-data/licensable-patents.jsonl")
    ResponseEntity<Resource> lines(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) throws IOException {
        return answer(OpenData.Kind.LINES, encodings, false);
    }

    @PostMapping("/api/v1/open-data")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Write the open data anew",
            description = "In the background; the files before are handed out until the new ones are whole. It happens"
                    + " each night by itself.")
    void renew() {
        openData.renew();
    }

    private ResponseEntity<Resource> answer(OpenData.Kind kind, String encodings, boolean bom) throws IOException {
        OpenData.@Nullable Edition edition = openData.latest(kind).orElse(null);
        if (edition == null) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .build();
        }
        boolean gzip = !bom && encodings.contains("gzip");
        var answer = ResponseEntity.ok()
                .eTag(edition.tag() + (bom ? "-bom" : gzip ? "-gzip" : ""))
                .lastModified(edition.written())
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .contentType(MediaType.parseMediaType(kind.mediaType() + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind.fileName())
                                .build()
                                .toString());
        if (gzip) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(new FileSystemResource(edition.gzipped()));
        }
        return answer.body(bom ? marked(edition) : new FileSystemResource(edition.file()));
    }

    private static Resource marked(OpenData.Edition edition) throws IOException {
        long length = Files.size(edition.file()) + BYTE_ORDER_MARK.length;
        return new InputStreamResource(() -> open(edition)) {
            @Override
            public long contentLength() {
                return length;
            }
        };
    }

    private static InputStream open(OpenData.Edition edition) throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(BYTE_ORDER_MARK), Files.newInputStream(edition.file()));
    }
}
