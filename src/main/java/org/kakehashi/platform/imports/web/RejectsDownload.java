package org.kakehashi.platform.imports.web;

import org.kakehashi.platform.imports.Imports;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The file of the rows that an import turned down, as it is fetched. */
final class RejectsDownload {

    private RejectsDownload() {}

    static ResponseEntity<StreamingResponseBody> of(Imports imports, Imports.Job job) {
        String name = "rejected-%s.%s".formatted(job.source(), job.format().ending());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(job.format().mediaType() + ";charset=" + job.charset()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(target -> imports.writeRejects(job, target));
    }
}
