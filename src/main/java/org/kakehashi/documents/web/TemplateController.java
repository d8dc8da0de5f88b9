package org.kakehashi.documents.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.documents.Templates;
import org.kakehashi.documents.drafting.Language;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/templates/{kind}/{language}")
@Tag(name = "Templates", description = "The templates from which documents are drafted")
class TemplateController {

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping(produces = "text/plain;charset=UTF-8")
    @Operation(summary = "Read the template in use")
    String read(@PathVariable DocumentKind kind, @PathVariable Language language) {
        return templates.text(kind, language);
    }

    @GetMapping("/changes")
    @Operation(summary = "List who changed the template, the latest first")
    List<Templates.Change> changes(@PathVariable DocumentKind kind, @PathVariable Language language) {
        return templates.changes(kind, language);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Put a changed template in place",
            description =
                    "For supervisors: plain text or Word, one paragraph per line. A template with an unknown field"
                            + " or without one of its clauses is refused, and the one in use stays.")
    List<Templates.Change> replace(
            @PathVariable DocumentKind kind, @PathVariable Language language, @RequestPart MultipartFile file)
            throws IOException {
        templates.replace(kind, language, DocumentController.upload(file));
        return templates.changes(kind, language);
    }
}
