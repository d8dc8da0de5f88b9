package org.kakehashi.advisers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.DispatchLinks;
import org.kakehashi.advisers.DispatchLinks.Found;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.advisers.Language;
import org.kakehashi.platform.audit.AuditDoor;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.WrongTries;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.platform.web.ReaderLanguage;
import org.kakehashi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a host sees, by the link in its letter, which adviser it is to get, and says whether it wants that. */
@PageController
@RequestMapping("/dispatch/{token}")
class HostPages {

    private static final int WORDS = 2000;

    private final Dispatches dispatches;
    private final DispatchLinks links;
    private final Advisers advisers;
    private final CurrentUser user;
    private final WrongTries inventedLinks = new WrongTries(30);

    HostPages(Dispatches dispatches, DispatchLinks links, Advisers advisers, CurrentUser user) {
        this.dispatches = dispatches;
        this.links = links;
        this.advisers = advisers;
        this.user = user;
    }

    @ModelAttribute("title")
    String title() {
        return "dispatch.title";
    }

    @GetMapping
    ModelAndView read(@PathVariable String token, HttpServletRequest request) {
        return enter(token, request, dispatch -> page(dispatch, token));
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable Boolean confirmed,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        return enter(token, request, dispatch -> {
            if (confirmed == null || words.length() > WORDS || !confirmed && words.isBlank()) {
                return fault(dispatch, token, HttpStatus.BAD_REQUEST, confirmed == null ? "choose" : "words")
                        .addObject("words", words)
                        .addObject("confirmed", confirmed);
            }
            try {
                return user.acting(dispatch.host() + " (host, by link)", Set.of(), () -> {
                    dispatches.answer(dispatch.id(), confirmed, words);
                    return new ModelAndView("redirect:/dispatch/" + token);
                });
            } catch (Refusal refusal) {
                return fault(dispatches.of(dispatch.id()), token, HttpStatus.CONFLICT, "moved");
            }
        });
    }

    @PostMapping("/renewal")
    ModelAndView renew(@PathVariable String token, HttpServletRequest request) {
        return find(token, request)
                .map(found -> {
                    Dispatch dispatch = dispatches.of(found.dispatch());
                    if (!found.holds() && dispatch.state() == Dispatch.State.APPROVED) {
                        dispatches.mailLinkAgain(dispatch.id());
                    }
                    return new ModelAndView("dispatch-expired", "renewed", true);
                })
                .orElseGet(HostPages::gone);
    }

    private ModelAndView enter(String token, HttpServletRequest request, Function<Dispatch, ModelAndView> visit) {
        Optional<Found> found = find(token, request);
        if (found.isEmpty()) {
            return gone();
        }
        return found.get().holds()
                ? visit.apply(dispatches.of(found.get().dispatch()))
                : new ModelAndView("dispatch-expired", HttpStatus.GONE)
                        .addObject("renewed", false)
                        .addObject("token", token);
    }

    private Optional<Found> find(String token, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (inventedLinks.tooManyFrom(address)) {
            return Optional.empty();
        }
        Optional<Found> found = links.find(token);
        found.ifPresentOrElse(
                link -> {
                    UUID id = link.dispatch();
                    ReaderLanguage.speak(request, links.language(dispatches.of(id)));
                    AuditDoor.about(request, "host of " + id, id.toString());
                },
                () -> inventedLinks.count(address));
        return found;
    }

    private ModelAndView fault(Dispatch dispatch, String token, HttpStatus status, String fault) {
        ModelAndView page = page(dispatch, token).addObject("fault", fault);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(Dispatch dispatch, String token) {
        Locale reader = links.language(dispatch);
        Adviser adviser = Optional.ofNullable(dispatch.userId())
                .flatMap(advisers::findById)
                .orElse(null);
        List<String> languages = adviser == null
                ? List.of()
                : adviser.languages().stream()
                        .map(code -> Language.name(code, reader))
                        .toList();
        return new ModelAndView("dispatch-host")
                .addObject("dispatch", dispatch)
                .addObject("adviser", adviser)
                .addObject("languages", languages)
                .addObject("token", token);
    }

    private static ModelAndView gone() {
        return new ModelAndView("party-gone", HttpStatus.NOT_FOUND);
    }
}
