package org.kakehashi.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.kakehashi.negotiation.Act;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.Sublicensing;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.parties.Askings;
import org.kakehashi.parties.PartyDoor;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.parties.PartyReply;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.LicenceKind;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a company answers an offer clause by clause. */
@PageController
@RequestMapping("/party/{token}/offer")
class OfferPages {

    private final PartyDoor door;
    private final Askings askings;
    private final PartyReply reply;
    private final TermSheets sheets;
    private final OfferTable table;

    OfferPages(PartyDoor door, Askings askings, PartyReply reply, TermSheets sheets, OfferTable table) {
        this.door = door;
        this.askings = askings;
        this.reply = reply;
        this.sheets = sheets;
        this.table = table;
    }

    @GetMapping
    ModelAndView read(@PathVariable String token, HttpServletRequest request) {
        return door.enter(token, request, link -> askings.open(link.caseNumber(), link.side())
                .filter(asked -> asked.occasion() == Occasion.OFFER)
                .map(asked -> page(
                        link,
                        token,
                        asked.round(),
                        OfferForm.of(round(link, asked.round()).terms())))
                .orElseGet(() -> new ModelAndView("redirect:/party/" + token)));
    }

    @PostMapping
    ModelAndView counter(
            @PathVariable String token,
            @RequestParam int round,
            @RequestParam MultiValueMap<String, String> entered,
            HttpServletRequest request) {
        var form = new OfferForm(entered);
        return door.enter(
                token,
                request,
                link -> door.act(
                        link,
                        () -> counter(link, round, form),
                        "/party/" + token + "?done",
                        () -> page(link, token, round, form)));
    }

    private void counter(PartyLink link, int number, OfferForm form) {
        Round offered = round(link, number);
        reply.counter(link, number, form.terms(offered.terms()), form.value("comment"), form.stance(offered));
    }

    private Round round(PartyLink link, int number) {
        return sheets.of(link.caseNumber()).round(number);
    }

    private ModelAndView page(PartyLink link, String token, int number, OfferForm form) {
        List<OfferTable.Line> lines = table.of(link, number);
        return new ModelAndView("party-offer")
                .addObject("token", token)
                .addObject("link", link)
                .addObject("number", number)
                .addObject("offered", round(link, number))
                .addObject("lines", lines.stream().filter(OfferTable.Line::open).toList())
                .addObject("agreed", lines.stream().filter(line -> !line.open()).toList())
                .addObject("form", form)
                .addObject("kinds", LicenceKind.values())
                .addObject("acts", Act.values())
                .addObject("sublicensings", Sublicensing.values());
    }
}
