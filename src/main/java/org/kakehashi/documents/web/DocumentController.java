package org.kakehashi.documents.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Comparisons;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.documents.Documents;
import org.kakehashi.documents.Download;
import org.kakehashi.documents.Drafting;
import org.kakehashi.documents.drafting.Language;
import org.kakehashi.shared.Confidentiality;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/cases/{caseNumber}/documents")
@Tag(name = "Documents", description = "The documents of a case, with their versions")
class DocumentController {

    private final Documents documents;
    private final Drafting drafting;
    private final Comparisons comparisons;
    private final Download download;

    DocumentController(Documents documents, Drafting drafting, Comparisons comparisons, Download download) {
        this.documents = documents;
        this.drafting = drafting;
        this.comparisons = comparisons;
        this.download = download;
    }

    @GetMapping
    @Operation(summary = "List the documents of a case", description = "Those that the reader may see.")
    List<DocumentResponse> list(@PathVariable String caseNumber) {
        return documents.of(caseNumber).stream().map(DocumentResponse::of).toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a document's versions")
    DocumentResponse read(@PathVariable String caseNumber, @PathVariable int number) {
        return DocumentResponse.of(documents.of(caseNumber, number));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a document",
            description =
                    "At most 50 MB; PDF, Word, Excel, PowerPoint, OpenDocument text, PNG, JPEG, TIFF, plain text or"
                            + " CSV. The content must be what the name says.")
    DocumentResponse add(
            @PathVariable String caseNumber,
            @RequestPart MultipartFile file,
            @RequestParam DocumentKind kind,
            @Parameter(description = "The kind's name where it is left out") @RequestParam(required = false) @Nullable
                    String title,
            @Parameter(description = "Who may see it") @RequestParam(defaultValue = "CASE_TEAM") Confidentiality tier)
            throws IOException {
        return DocumentResponse.of(documents.add(caseNumber, kind, title, tier, upload(file)));
    }

    @PostMapping(path = "/{number}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add the next version of a document")
    DocumentResponse addVersion(
            @PathVariable String caseNumber, @PathVariable int number, @RequestPart MultipartFile file)
            throws IOException {
        return DocumentResponse.of(documents.addVersion(caseNumber, number, upload(file)));
    }

    @PostMapping("/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Draft a document as a Word file",
            description =
                    "From the template in use and from what the case has come to; where it was drafted before, its"
                            + " next version.")
    DocumentResponse draft(
            @PathVariable String caseNumber,
            @RequestParam DocumentKind kind,
            @RequestParam(defaultValue = "ENGLISH") Language language) {
        return DocumentResponse.of(drafting.draft(caseNumber, kind, language));
    }

    @PostMapping("/{number}/versions/{version}/pdf")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make the PDF for signature of a Word version", description = "It is a document of its own.")
    DocumentResponse pdf(@PathVariable String caseNumber, @PathVariable int number, @PathVariable int version) {
        return DocumentResponse.of(drafting.pdf(caseNumber, number, version));
    }

    @GetMapping("/{number}/comparison")
    @Operation(
            summary = "Compare two versions of a Word document",
            description = "By paragraph and word; from the latest draft of the product to the latest version where"
                    + " nothing else is asked for.")
    Comparisons.Comparison compare(
            @PathVariable String caseNumber,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        return comparisons.compare(caseNumber, number, from, to);
    }

    @GetMapping("/{number}/versions/{version}")
    @Operation(
            summary = "Download a version",
            description = "The ETag is the SHA-256 of the file. Each download is noted with its reader.")
    ResponseEntity<InputStreamResource> download(
            @PathVariable String caseNumber, @PathVariable int number, @PathVariable int version) {
        Document document = documents.of(caseNumber, number);
        return download.of(document, document.version(version));
    }

    @GetMapping("/{number}/downloads")
    @Operation(summary = "List who downloaded a document", description = "For those who work on the case.")
    List<Documents.Access> downloads(@PathVariable String caseNumber, @PathVariable int number) {
        return documents.accesses(caseNumber, number);
    }

    static Documents.Upload upload(MultipartFile file) throws IOException {
        return new Documents.Upload(StringUtils.defaultString(file.getOriginalFilename()), file.getInputStream());
    }
}
