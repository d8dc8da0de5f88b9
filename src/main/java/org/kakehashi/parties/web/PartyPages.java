package org.kakehashi.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.negotiation.Clause;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Ndas;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.SideAsked;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.parties.Askings;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.parties.PartyLinks;
import org.kakehashi.parties.PartyReply;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.platform.web.ReaderLanguage;
import org.kakehashi.shared.OutcomeCode;
import org.kakehashi.shared.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
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

    /** One clause as the open offer has it. */
    public record Line(String clause, String position) {}

    private final PartyLinks links;
    private final Askings askings;
    private final PartyReply reply;
    private final LicensingCases cases;
    private final Ndas ndas;
    private final TermSheets sheets;
    private final WrongTokens wrongTokens;
    private final CurrentUser user;
    private final Clock clock;

    PartyPages(
            PartyLinks links,
            Askings askings,
            PartyReply reply,
            LicensingCases cases,
            Ndas ndas,
            TermSheets sheets,
            WrongTokens wrongTokens,
            CurrentUser user,
            Clock clock) {
        this.links = links;
        this.askings = askings;
        this.reply = reply;
        this.cases = cases;
        this.ndas = ndas;
        this.sheets = sheets;
        this.wrongTokens = wrongTokens;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        return with(token, request, link -> {
            links.used(link);
            return page(link, token).addObject("done", done != null);
        });
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
        return with(token, request, link -> told(link, token, reason, signatory, () -> reply.answer(link, said)));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        return with(token, request, link -> told(link, token, reason, null, () -> reply.withdraw(link, reason)));
    }

    @PostMapping("/renewal")
    ModelAndView renew(@PathVariable String token, HttpServletRequest request) {
        return find(token, request)
                .map(link -> {
                    links.renew(link);
                    ReaderLanguage.speak(request, link.locale());
                    return new ModelAndView("party-expired", "renewed", true);
                })
                .orElseGet(PartyPages::gone);
    }

    private interface Visit {
        ModelAndView by(PartyLink link);
    }

    private ModelAndView with(String token, HttpServletRequest request, Visit visit) {
        return find(token, request)
                .map(link -> {
                    ReaderLanguage.speak(request, link.locale());
                    return link.holds(clock.instant())
                            ? visit.by(link)
                            : new ModelAndView("party-expired", HttpStatus.GONE)
                                    .addObject("token", token)
                                    .addObject("renewed", false);
                })
                .orElseGet(PartyPages::gone);
    }

    private Optional<PartyLink> find(String token, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (wrongTokens.tooManyFrom(address)) {
            return Optional.empty();
        }
        Optional<PartyLink> found = links.find(token);
        if (found.isEmpty()) {
            wrongTokens.count(address);
        }
        return found;
    }

    private ModelAndView told(
            PartyLink link, String token, @Nullable String reason, @Nullable String signatory, Runnable action) {
        try {
            user.acting(link.actor(), () -> againstOthers(action));
            return new ModelAndView("redirect:/party/" + token + "?done");
        } catch (Refusal refusal) {
            return refused(link, token, refusal.kind(), reason, signatory);
        }
    }

    /** Both sides may answer at the same moment: whoever comes second tries once more and meets what is there by then. */
    private static void againstOthers(Runnable action) {
        try {
            action.run();
        } catch (DataIntegrityViolationException | ConcurrencyFailureException sameMoment) {
            action.run();
        }
    }

    private ModelAndView refused(
            PartyLink link, String token, Refusal.Kind kind, @Nullable String reason, @Nullable String signatory) {
        ModelAndView page = page(link, token)
                .addObject("refused", kind == Refusal.Kind.INVALID ? "party.incomplete" : "party.late")
                .addObject("reason", reason)
                .addObject("signatory", signatory);
        page.setStatus(kind == Refusal.Kind.INVALID ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT);
        return page;
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
                .addObject("reasons", PartyReply.REASONS.stream().sorted().toList())
                .addObject("nda", ndas.findById(link.caseNumber()).orElse(null))
                .addObject("lines", asked.map(this::offered).orElse(List.of()));
    }

    private List<Line> offered(SideAsked asked) {
        if (asked.occasion() != Occasion.OFFER) {
            return List.of();
        }
        Terms terms = sheets.of(asked.caseNumber()).round(asked.round()).terms();
        return Arrays.stream(Clause.values())
                .map(clause -> new Line(clause.english(), clause.position(terms)))
                .filter(line -> !line.position().isEmpty())
                .toList();
    }

    private static ModelAndView gone() {
        return new ModelAndView("party-gone", HttpStatus.NOT_FOUND);
    }
}
