package org.kakehashi.parties.web;

import java.time.Clock;
import java.util.UUID;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where those who work on a case send its companies links, and revoke them. */
@PageController
@RequestMapping("/cases/{number}/links")
class LinkPages {

    private final PartyLinks links;
    private final LicensingCases cases;
    private final CaseAccess access;
    private final Clock clock;

    LinkPages(PartyLinks links, LicensingCases cases, CaseAccess access, Clock clock) {
        this.links = links;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String list(@PathVariable String number, Model model) {
        enter(number);
        model.addAttribute("case", cases.of(number));
        model.addAttribute("sides", Side.values());
        model.addAttribute("links", links.of(number));
        model.addAttribute("now", clock.instant());
        return "case-links";
    }

    @PostMapping
    String send(@PathVariable String number, @RequestParam Side side) {
        enter(number);
        links.send(number, side);
        return "redirect:/cases/{number}/links";
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable String number, @PathVariable UUID id) {
        enter(number);
        links.revoke(number, id);
        return "redirect:/cases/{number}/links";
    }

    private void enter(String number) {
        if (!access.into(cases.of(number)).covers(Insight.TERMS)) {
            throw Refusal.forbidden("The links into a case are open to those who work on it.");
        }
    }
}
