package org.kakehashi.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.Download;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.parties.PartyDoor;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.kakehashi.signing.SignatureRequest;
import org.kakehashi.signing.Signatures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a company, by its link, reads the contract, signs it, and fetches it sealed. */
@PageController
@RequestMapping("/party/{token}/signature")
class SigningPages {

    private final PartyDoor door;
    private final Signatures signatures;
    private final SignedFiles files;
    private final Download download;
    private final LicensingCases cases;

    SigningPages(PartyDoor door, Signatures signatures, SignedFiles files, Download download, LicensingCases cases) {
        this.door = door;
        this.signatures = signatures;
        this.files = files;
        this.download = download;
        this.cases = cases;
    }

    @GetMapping
    ModelAndView read(@PathVariable String token, HttpServletRequest request) {
        return door.enter(token, request, link -> page(link, token));
    }

    @GetMapping("/contract")
    Object file(@PathVariable String token, HttpServletRequest request) {
        return door.fetch(token, request, link -> download.handOut(files.of(opened(link))));
    }

    @PostMapping
    ModelAndView sign(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String signatory,
            @RequestParam(defaultValue = "false") boolean read,
            @RequestParam(defaultValue = "") String sha256,
            HttpServletRequest request) {
        return door.enter(
                token,
                request,
                link -> door.act(
                        link, () -> sign(link, signatory, read, sha256), "/party/" + token + "/signature", () -> page(
                                        link, token)
                                .addObject("signatory", signatory)));
    }

    private void sign(PartyLink link, @Nullable String signatory, boolean read, String sha256) {
        if (!read || signatory == null || signatory.isBlank()) {
            throw Refusal.invalid("Give the signer's name, and confirm that the contract was read.");
        }
        signatures.signByLink(link.caseNumber(), link.side(), signatory, link.email(), sha256);
    }

    private ModelAndView page(PartyLink link, String token) {
        LicensingCase licensingCase = cases.of(link.caseNumber());
        Optional<SignatureRequest> request = signatures.ofCase(link.caseNumber());
        return new ModelAndView("party-signature")
                .addObject("token", token)
                .addObject("link", link)
                .addObject("case", licensingCase)
                .addObject("party", licensingCase.party(link.side()))
                .addObject("other", licensingCase.party(link.side().other()))
                .addObject("request", request.orElse(null))
                .addObject(
                        "mine",
                        request.flatMap(open -> open.signature(link.side())).orElse(null))
                .addObject(
                        "theirs",
                        request.flatMap(open -> open.signature(link.side().other()))
                                .filter(signature -> signature.counts())
                                .orElse(null))
                .addObject(
                        "file",
                        request.filter(open -> open.text() != null)
                                .map(files::of)
                                .orElse(null))
                .addObject("inProduct", signatures.obstacle().isEmpty());
    }

    private SignatureRequest opened(PartyLink link) {
        return signatures
                .ofCase(link.caseNumber())
                .orElseThrow(() ->
                        Refusal.conflict("The contract of " + link.caseNumber() + " is not ready for signature yet."));
    }
}
