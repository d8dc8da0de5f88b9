package org.kakehashi.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Ndas;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.SideAsked;
import org.kakehashi.parties.Askings;
import org.kakehashi.parties.PartyDoor;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.parties.PartyReply;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.OutcomeCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A company's side of its case, for whoever comes with a link. */
@PageController
@RequestMapping("/party/{token}")
class PartyPages {

    private final PartyDoor door;
    private final Askings askings;
    private final PartyReply reply;
    private final LicensingCases cases;
    private final Ndas ndas;
    private final OfferTable offers;

    PartyPages(PartyDoor door, Askings askings, PartyReply reply, LicensingCases cases, Ndas ndas, OfferTable offers) {
        this.door = door;
        this.askings = askings;
        this.reply = reply;
        this.cases = cases;
        this.ndas = ndas;
        this.offers = offers;
    }

    @GetMapping
    ModelAndView read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        return door.enter(token, request, link -> page(link, token).addObject("done", done != null));
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam Occasion occasion,
            @RequestParam int round,
            @RequestParam boolean positive,
            @RequestParam(required = false) @Nullable OutcomeCode outcome,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String signatory,
            @RequestParam(defaultValue = "false") boolean read,
            HttpServletRequest request) {
        var said = new PartyReply.Said(occasion, round, positive, outcome, reason, signatory, read);
        return door.enter(token, request, link -> told(link, token, () -> reply.answer(link, said)));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String leaving,
            HttpServletRequest request) {
        return door.enter(token, request, link -> told(link, token, () -> reply.withdraw(link, leaving)));
    }

    @PostMapping("/renewal")
    ModelAndView renew(@PathVariable String token, HttpServletRequest request) {
        return door.renew(token, request);
    }

    private ModelAndView told(PartyLink link, String token, Runnable action) {
        return door.act(link, action, "/party/" + token + "?done", () -> page(link, token));
    }

    private ModelAndView page(PartyLink link, String token) {
        LicensingCase licensingCase = cases.of(link.caseNumber());
        Optional<SideAsked> asked = askings.open(link.caseNumber(), link.side());
        return new ModelAndView("party")
                .addObject("token", token)
                .addObject("link", link)
                .addObject("case", licensingCase)
                .addObject("party", licensingCase.party(link.side()))
                .addObject("asked", asked.orElse(null))
                .addObject(
                        "reasons",
                        asked.map(SideAsked::occasion).map(PartyReply::reasons).orElse(Set.of()).stream()
                                .sorted()
                                .toList())
                .addObject("nda", ndas.findById(link.caseNumber()).orElse(null))
                .addObject("lines", asked.map(each -> offered(link, each)).orElse(List.of()));
    }

    private List<OfferTable.Line> offered(PartyLink link, SideAsked asked) {
        return asked.occasion() == Occasion.OFFER ? offers.of(link, asked.round()) : List.of();
    }
}
