package org.kakehashi.signing.web;

import java.io.IOException;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.kakehashi.signing.Seals;
import org.kakehashi.signing.SignatureAccess;
import org.kakehashi.signing.SignatureRequest;
import org.kakehashi.signing.Signatures;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where those who work on a case see who has signed its contract, and check the seal. */
@PageController
@RequestMapping("/cases/{number}/signature")
class SignaturePages {

    private final Signatures signatures;
    private final Seals seals;
    private final SignatureAccess access;
    private final LicensingCases cases;

    SignaturePages(Signatures signatures, Seals seals, SignatureAccess access, LicensingCases cases) {
        this.signatures = signatures;
        this.seals = seals;
        this.access = access;
        this.cases = cases;
    }

    @GetMapping
    String read(@PathVariable String number, Model model) {
        show(number, model);
        return "signature";
    }

    @GetMapping("/verification")
    String verify(@PathVariable String number, Model model) {
        model.addAttribute("verification", seals.verify(show(number, model)));
        model.addAttribute("checked", "The signed contract");
        return "signature";
    }

    @PostMapping("/comparison")
    String compare(@PathVariable String number, @RequestParam MultipartFile file, Model model) throws IOException {
        SignatureRequest request = show(number, model);
        model.addAttribute("verification", seals.compare(request, file.getBytes()));
        model.addAttribute("checked", file.getOriginalFilename());
        return "signature";
    }

    private SignatureRequest show(String number, Model model) {
        access.enter(number);
        SignatureRequest request = signatures
                .ofCase(number)
                .orElseThrow(() -> Refusal.notFound(
                        "The contract of " + number + " has not come to its signatures yet, or was signed outside."));
        model.addAttribute("case", cases.of(number));
        model.addAttribute("request", request);
        model.addAttribute("sides", Side.values());
        model.addAttribute("obstacle", signatures.obstacle().orElse(null));
        return request;
    }
}
