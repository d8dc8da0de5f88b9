package org.kakehashi.documents.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Comparisons;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.documents.Documents;
import org.kakehashi.documents.Download;
import org.kakehashi.documents.Drafting;
import org.kakehashi.documents.drafting.Language;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Confidentiality;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The documents of a case for people: what the case file links and sends. */
@PageController
@RequestMapping("/cases/{caseNumber}/documents")
class DocumentPages {

    private final Documents documents;
    private final Drafting drafting;
    private final Comparisons comparisons;
    private final Download download;

    DocumentPages(Documents documents, Drafting drafting, Comparisons comparisons, Download download) {
        this.documents = documents;
        this.drafting = drafting;
        this.comparisons = comparisons;
        this.download = download;
    }

    @GetMapping
    String list(@PathVariable String caseNumber, Model model) {
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute("documents", documents.of(caseNumber));
        model.addAttribute("mayAdd", documents.mayAdd(caseNumber));
        model.addAttribute("kinds", DocumentKind.values());
        model.addAttribute("tiers", Confidentiality.values());
        model.addAttribute("languages", Language.values());
        return "documents";
    }

    @PostMapping
    String add(
            @PathVariable String caseNumber,
            @RequestParam MultipartFile file,
            @RequestParam DocumentKind kind,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam Confidentiality tier)
            throws IOException {
        documents.add(caseNumber, kind, title, tier, DocumentController.upload(file));
        return "redirect:/cases/{caseNumber}/documents";
    }

    @PostMapping("/{number}/versions")
    String addVersion(@PathVariable String caseNumber, @PathVariable int number, @RequestParam MultipartFile file)
            throws IOException {
        documents.addVersion(caseNumber, number, DocumentController.upload(file));
        return "redirect:/cases/{caseNumber}/documents";
    }

    @PostMapping("/drafts")
    String draft(@PathVariable String caseNumber, @RequestParam DocumentKind kind, @RequestParam Language language) {
        drafting.draft(caseNumber, kind, language);
        return "redirect:/cases/{caseNumber}/documents";
    }

    @GetMapping("/{number}/comparison")
    String compare(
            @PathVariable String caseNumber,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model) {
        model.addAttribute("document", documents.of(caseNumber, number));
        model.addAttribute("comparison", comparisons.compare(caseNumber, number, from, to));
        return "comparison";
    }

    @GetMapping("/{number}/versions/{version}")
    ResponseEntity<InputStreamResource> download(
            @PathVariable String caseNumber, @PathVariable int number, @PathVariable int version) {
        Document document = documents.of(caseNumber, number);
        return download.of(document, document.version(version));
    }
}
