package org.kakehashi.parties;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.platform.audit.AuditDoor;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.WrongTries;
import org.kakehashi.platform.web.ReaderLanguage;
import org.kakehashi.shared.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The door to every page under {@code /party/{token}}, whichever module shows it: it knows the link, speaks its reader's
 * language, and lets the reader act under the name the journal bears. An ended case closes no link.
 */
@Component
public class PartyDoor {

    private final PartyLinks links;
    private final RefusalWords words;
    private final CurrentUser user;
    private final Clock clock;
    private final WrongTries inventedLinks = new WrongTries(30);

    PartyDoor(PartyLinks links, RefusalWords words, CurrentUser user, Clock clock) {
        this.links = links;
        this.words = words;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The page of a link that holds. An expired one is answered with the page that offers a new link (410); an unknown or
     * revoked one, or an address that tried too many, with the page that leads nowhere (404). The page is made as the
     * link's {@link PartyLink#actor()}; what is refused on the way is said on a page of its own.
     */
    public ModelAndView enter(String token, HttpServletRequest request, Function<PartyLink, ModelAndView> page) {
        return enter(token, request, page, Function.identity());
    }

    /** The same for what is no page, such as a file. @return what the visit brings, or a page that says why there is none */
    public Object fetch(String token, HttpServletRequest request, Function<PartyLink, ?> file) {
        return enter(token, request, file::apply, page -> page);
    }

    private <T> T enter(
            String token,
            HttpServletRequest request,
            Function<PartyLink, T> visit,
            Function<ModelAndView, T> otherwise) {
        PartyLink link = find(token, request).orElse(null);
        if (link == null) {
            return otherwise.apply(gone());
        }
        if (!link.holds(clock.instant())) {
            return otherwise.apply(new ModelAndView("party-expired", HttpStatus.GONE)
                    .addObject("token", token)
                    .addObject("renewed", false));
        }
        links.used(link);
        try {
            return user.acting(
                    link.actor(), Set.of(CaseAccess.companiesOf(link.caseNumber())), () -> visit.apply(link));
        } catch (Refusal refusal) {
            return otherwise.apply(refused(link, refusal, new ModelAndView("party-refused").addObject("token", token)));
        }
    }

    /** Mails the reader of an expired link a new one, to the address the old one went to. */
    public ModelAndView renew(String token, HttpServletRequest request) {
        return find(token, request)
                .map(link -> {
                    links.renew(link);
                    return new ModelAndView("party-expired", "renewed", true);
                })
                .orElseGet(PartyDoor::gone);
    }

    /**
     * Lets the reader do something, in a transaction of its own, and goes on to an address. What is refused shows the page
     * again with the model's {@code refused}, a {@link Refusal} in the reader's language, which {@code party-parts :: refused} shows.
     */
    public ModelAndView act(PartyLink link, Runnable action, String next, Supplier<ModelAndView> again) {
        try {
            againstOthers(action);
            return new ModelAndView("redirect:" + next);
        } catch (Refusal refusal) {
            return refused(link, refusal, again.get());
        }
    }

    private ModelAndView refused(PartyLink link, Refusal refusal, ModelAndView page) {
        page.setStatus(
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.BAD_REQUEST;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                });
        return page.addObject("refused", words.in(link.locale(), refusal));
    }

    /** Both sides may act at the same moment: whoever comes second tries once more and meets what is there by then. */
    private static void againstOthers(Runnable action) {
        try {
            action.run();
        } catch (DataIntegrityViolationException | ConcurrencyFailureException sameMoment) {
            action.run();
        }
    }

    private Optional<PartyLink> find(String token, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (inventedLinks.tooManyFrom(address)) {
            return Optional.empty();
        }
        Optional<PartyLink> found = links.find(token);
        found.ifPresentOrElse(
                link -> {
                    ReaderLanguage.speak(request, link.locale());
                    AuditDoor.about(request, link.side().lower() + " by link", link.caseNumber());
                },
                () -> inventedLinks.count(address));
        return found;
    }

    private static ModelAndView gone() {
        return new ModelAndView("party-gone", HttpStatus.NOT_FOUND);
    }
}
