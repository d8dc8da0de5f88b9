package org.kakehashi.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.MeetingPlans;
import org.kakehashi.negotiation.Occasion;
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
    private final PartyReply reply;
    private final PartyPage page;
    private final MeetingPlans meetings;

    PartyPages(PartyDoor door, PartyReply reply, PartyPage page, MeetingPlans meetings) {
        this.door = door;
        this.reply = reply;
        this.page = page;
        this.meetings = meetings;
    }

    @GetMapping
    ModelAndView read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String added,
            HttpServletRequest request) {
        return door.enter(token, request, link -> page.of(link, token)
                .addObject("done", done != null)
                .addObject("added", added != null));
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

    @PostMapping("/meeting")
    ModelAndView chooseTimes(
            @PathVariable String token,
            @RequestParam int offering,
            @RequestParam(defaultValue = "") Set<Integer> slots,
            HttpServletRequest request) {
        return door.enter(
                token,
                request,
                link -> told(link, token, () -> meetings.choose(link.caseNumber(), link.side(), offering, slots)));
    }

    @PostMapping("/meeting/others")
    ModelAndView askForOtherTimes(
            @PathVariable String token,
            @RequestParam int offering,
            @RequestParam(defaultValue = "") String wish,
            HttpServletRequest request) {
        return door.enter(
                token,
                request,
                link -> told(link, token, () -> meetings.askForOthers(link.caseNumber(), link.side(), offering, wish)));
    }

    @PostMapping("/renewal")
    ModelAndView renew(@PathVariable String token, HttpServletRequest request) {
        return door.renew(token, request);
    }

    private ModelAndView told(PartyLink link, String token, Runnable action) {
        return door.act(link, action, "/party/" + token + "?done", () -> page.of(link, token));
    }
}
