package org.kakehashi.platform.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.Refusal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Many records at once, as JSON Lines or CSV, with progress")
class ImportController {

    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = {JSON_LINES, CSV, "application/gzip"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Import records",
            description = "The body is streamed: JSON Lines (application/x-ndjson) or CSV with a header (text/csv), in"
                    + " UTF-8, plain or gzipped. A wrong row is reported with its line and reason, the others are kept;"
                    + " importing again updates instead of doubling.")
    ResponseEntity<Imports.Job> start(
            @Parameter(description = "What the rows are: seeds or needs", example = "seeds") @RequestParam String kind,
            @Parameter(
                            description = "Name of where they come from; with a row's id it names the record once",
                            example = "us-patents")
                    @RequestParam
                    @Pattern(
                            regexp = "[A-Za-z0-9._-]{1,100}",
                            message = "must be 1 to 100 letters, digits, dots or dashes")
                    String source,
            @Parameter(description = "Open new records for matching at once") @RequestParam(defaultValue = "false")
                    boolean publish,
            @Parameter(description = "Format of a body that is sent as application/gzip: jsonl or csv")
                    @RequestParam(defaultValue = "jsonl")
                    @Pattern(regexp = "jsonl|csv", message = "must be jsonl or csv")
                    String format,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw Refusal.invalid("The rows must be written in UTF-8, not in " + type.getCharset() + ".");
        }
        boolean csv = type.isCompatibleWith(MediaType.valueOf(CSV)) || format.equals("csv");
        Imports.Job job = imports.start(kind, source, publish, csv, body);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(job);
    }

    @GetMapping("/{id}")
    @Operation(summary = "See how far an import has come")
    Imports.Job read(@PathVariable UUID id) {
        return imports.job(id);
    }

    @GetMapping("/{id}/rejects")
    @Operation(summary = "List the lines that were turned down")
    Page<Imports.Reject> rejects(@PathVariable UUID id, @ParameterObject @Valid Paging paging) {
        Imports.Job job = imports.job(id);
        Pageable page = paging.by(Sort.unsorted());
        return new Page<>(
                imports.rejects(id, page.getPageNumber(), page.getPageSize()),
                page.getPageNumber(),
                page.getPageSize(),
                job.rejected());
    }
}
