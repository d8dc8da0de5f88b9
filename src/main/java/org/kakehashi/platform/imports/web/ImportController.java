package org.kakehashi.platform.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.imports.Format;
import org.kakehashi.platform.imports.Imports;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Many records at once, as JSON Lines, CSV or XML, with preview and progress")
class ImportController {

    private static final int LATEST = 100;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = {"application/x-ndjson", "text/csv", "application/xml", "text/xml", "application/gzip"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Import records",
            description =
                    "The body is streamed: JSON Lines (application/x-ndjson), CSV with a header (text/csv) or WIPO"
                            + " ST.96 (application/xml), plain or gzipped, in UTF-8 or Windows-31J. Its layout and encoding are"
                            + " found out by what it holds. A wrong row is reported with its line and reason, the others are"
                            + " kept; importing again updates instead of doubling.")
    ResponseEntity<Imports.Job> start(
            @Parameter(description = "What the rows are: seeds or needs", example = "seeds") @RequestParam String kind,
            @Parameter(
                            description = "Name of where they come from; with a row's id it names the record once",
                            example = "us-patents")
                    @RequestParam
                    @Pattern(regexp = ImportSource.PATTERN, message = ImportSource.MESSAGE)
                    String source,
            @Parameter(description = "Open new records for matching at once") @RequestParam(defaultValue = "false")
                    boolean publish,
            @Parameter(description = "Only count what would come of it, until the import is resumed")
                    @RequestParam(defaultValue = "false")
                    boolean preview,
            @Parameter(description = "Format of a body that is sent as application/gzip and does not tell itself")
                    @RequestParam(defaultValue = "jsonl")
                    @Pattern(regexp = "jsonl|csv|xml", message = "must be jsonl, csv or xml")
                    String format,
            @Parameter(
                            description =
                                    "utf-8 or windows-31j, where it shall not be found out; the Content-Type says it as well")
                    @RequestParam(required = false)
                    @Nullable
                    String charset,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        Imports.Job job = imports.start(
                new Imports.Wanted(kind, source, publish, preview, format(type, format), charset(type, charset), ""),
                body);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(job);
    }

    private static Format format(MediaType type, String said) {
        return Stream.of(Format.values())
                .filter(format -> type.isCompatibleWith(MediaType.valueOf(format.mediaType())))
                .findFirst()
                .orElseGet(() -> Stream.of(Format.values())
                        .filter(format -> format.ending().equals(said))
                        .findFirst()
                        .orElse(Format.JSON_LINES));
    }

    private static @Nullable String charset(MediaType type, @Nullable String said) {
        return said == null && type.getCharset() != null ? type.getCharset().name() : said;
    }

    @GetMapping
    @Operation(summary = "List the latest 100 imports, the newest first; a program sees its own")
    List<Imports.Job> latest() {
        return imports.latest(LATEST);
    }

    @GetMapping("/{id}")
    @Operation(summary = "See how far an import has come")
    Imports.Job read(@PathVariable UUID id) {
        return imports.job(id);
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Go on with an import that was cancelled or interrupted, or import what was previewed",
            description = "The file is not sent again; it goes on behind the last row that was taken.")
    Imports.Job resume(@PathVariable UUID id) {
        return imports.resume(id);
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Cancel an import or a preview",
            description = "What was taken is kept, and the import can be resumed within seven days.")
    Imports.Job cancel(@PathVariable UUID id) {
        return imports.cancel(id);
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

    @GetMapping("/{id}/rejects/file")
    @Operation(
            summary = "Fetch the rows that were turned down, with line and reason, to correct and import them again",
            description = "In the format and encoding of the file that was sent.")
    ResponseEntity<StreamingResponseBody> rejectsFile(@PathVariable UUID id) {
        return RejectsDownload.of(imports, imports.job(id));
    }
}
