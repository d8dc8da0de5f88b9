package org.kakehashi.signing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Download;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.signing.Seals;
import org.kakehashi.signing.SignatureAccess;
import org.kakehashi.signing.SignatureRequest;
import org.kakehashi.signing.Signatures;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/signatures")
@Tag(name = "Signatures", description = "Contracts on their way through both sides' signatures, and their seals")
class SignatureController {

    private final Signatures signatures;
    private final Seals seals;
    private final SignatureAccess access;
    private final SignedFiles files;
    private final Download download;

    SignatureController(
            Signatures signatures, Seals seals, SignatureAccess access, SignedFiles files, Download download) {
        this.signatures = signatures;
        this.seals = seals;
        this.access = access;
        this.files = files;
        this.download = download;
    }

    @GetMapping
    @Operation(
            summary = "List the contracts that are signed, the oldest first",
            description = "A signing service's adapter finds here what is open. One case's is for those who work on it;"
                    + " all are for legal, managers and registrars.")
    Page<SignatureResponse> list(
            @RequestParam(required = false) SignatureRequest.@Nullable State state,
            @Parameter(example = "L-2026-000012") @RequestParam(required = false) @Nullable String licensingCase,
            @ParameterObject @Valid Paging paging) {
        if (licensingCase == null) {
            access.enterAll();
        } else {
            access.enter(licensingCase);
        }
        return Page.of(signatures.search(state, licensingCase, paging.by(Sort.by("openedAt"))), SignatureResponse::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read where the signatures of a contract stand")
    SignatureResponse read(@PathVariable UUID id) {
        return SignatureResponse.of(entered(id));
    }

    @GetMapping("/{id}/file")
    @Operation(
            summary = "Download the text to be signed, or once sealed the signed file",
            description = "The ETag is the SHA-256 of the file. Each download is noted with its reader.")
    ResponseEntity<InputStreamResource> file(@PathVariable UUID id) {
        return download.handOut(files.of(entered(id)));
    }

    @GetMapping("/{id}/verification")
    @Operation(
            summary = "Check the seal",
            description = "Whether the signed file, its PAdES signature, the text and the scans are what they were.")
    Seals.Verification verify(@PathVariable UUID id) {
        return seals.verify(entered(id));
    }

    private SignatureRequest entered(UUID id) {
        SignatureRequest request = signatures.of(id);
        access.enter(request.caseNumber());
        return request;
    }
}
