package org.kakehashi.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.documents.Document;
import org.kakehashi.documents.DocumentKind;
import org.kakehashi.documents.Documents;
import org.kakehashi.documents.Download;
import org.kakehashi.documents.Drafting;
import org.kakehashi.documents.drafting.Language;
import org.kakehashi.parties.PartyDoor;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.platform.files.FileType;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Confidentiality;
import org.kakehashi.shared.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** The files that a company takes from its page, and those it brings. */
@PageController
@RequestMapping("/party/{token}")
class FilePages {

    private final PartyDoor door;
    private final PartyPage page;
    private final Documents documents;
    private final Drafting drafting;
    private final Download download;

    FilePages(PartyDoor door, PartyPage page, Documents documents, Drafting drafting, Download download) {
        this.door = door;
        this.page = page;
        this.documents = documents;
        this.drafting = drafting;
        this.download = download;
    }

    @GetMapping("/documents/{number}/versions/{version}")
    Object document(
            @PathVariable String token,
            @PathVariable int number,
            @PathVariable int version,
            HttpServletRequest request) {
        return door.fetch(token, request, link -> {
            Document document = documents.of(link.caseNumber(), number);
            return download.of(document, document.version(version));
        });
    }

    @GetMapping("/agreement.pdf")
    Object agreementAsPdf(@PathVariable String token, HttpServletRequest request) {
        return door.fetch(token, request, link -> agreement(link, FileType.PDF));
    }

    @GetMapping("/agreement.docx")
    Object agreementAsWord(@PathVariable String token, HttpServletRequest request) {
        return door.fetch(token, request, link -> agreement(link, FileType.DOCX));
    }

    @PostMapping("/documents")
    ModelAndView add(@PathVariable String token, HttpServletRequest request) {
        return door.enter(
                token,
                request,
                link -> door.act(
                        link, () -> add(link, request), "/party/" + token + "?added", () -> page.of(link, token)));
    }

    private ResponseEntity<byte[]> agreement(PartyLink link, FileType type) {
        byte[] file = drafting.confidentialityAgreement(link.caseNumber(), Language.of(link.locale()), type);
        String name = link.caseNumber() + " NDA." + (type == FileType.PDF ? "pdf" : "docx");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file);
    }

    /** The request is taken apart only here, so that a file that is too large is refused on the company's own page. */
    private void add(PartyLink link, HttpServletRequest request) {
        MultipartFile file = fileOf(request);
        String name = StringUtils.defaultString(file.getOriginalFilename());
        boolean shared = !"team".equals(request.getParameter("readers"));
        try (InputStream content = file.getInputStream()) {
            documents.add(
                    link.caseNumber(),
                    DocumentKind.OTHER,
                    StringUtils.defaultIfBlank(request.getParameter("title"), name),
                    shared ? Confidentiality.NDA : Confidentiality.CASE_TEAM,
                    new Documents.Upload(name, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MultipartFile fileOf(HttpServletRequest request) {
        try {
            var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            MultipartFile file = parts == null ? null : parts.getFile("file");
            if (file == null || StringUtils.isEmpty(file.getOriginalFilename())) {
                throw Refusal.invalid("Choose a file.");
            }
            return file;
        } catch (MaxUploadSizeExceededException e) {
            throw Refusal.invalid("The file is too large: a document has at most 50 MB.");
        }
    }
}
