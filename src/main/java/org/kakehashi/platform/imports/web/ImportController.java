package org.kakehashi.platform.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.Refusal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Many records at once, as JSON Lines or CSV, with progress")
class ImportController {

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = {"application/x-ndjson", "text/csv", "application/gzip"})
    @Operation(
            summary = "Import records",
            description =
                    "The body is streamed: JSON Lines (application/x-ndjson) or CSV with a header (text/csv), plain"
                            + " or gzipped. A wrong row is reported with its line and reason, the others are kept; importing"
                            + " again updates instead of doubling.")
    ResponseEntity<Imports.Job> start(
            @Parameter(description = "What the rows are", example = "seeds") @RequestParam String kind,
            @Parameter(description = "Name of where they come from; with a row's id it names the record once")
                    @RequestParam
                    String source,
            @Parameter(description = "Open new records for matching at once") @RequestParam(defaultValue = "false")
                    boolean publish,
            @Parameter(description = "Format of a gzipped body: jsonl or csv") @RequestParam(defaultValue = "jsonl")
                    String format,
            HttpServletRequest request)
            throws IOException {
        if (source.isBlank() || source.length() > 100) {
            throw Refusal.invalid("Name the source in 1 to 100 characters.");
        }
        boolean csv = String.valueOf(request.getContentType()).startsWith("text/csv") || format.equals("csv");
        Imports.Job job = imports.start(kind, source.strip(), publish, csv, request.getInputStream());
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
