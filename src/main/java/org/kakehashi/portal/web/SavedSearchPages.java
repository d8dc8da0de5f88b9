package org.kakehashi.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kakehashi.platform.security.WrongTries;
import org.kakehashi.platform.web.VisitorForms;
import org.kakehashi.portal.SeedQuery;
import org.kakehashi.portal.saved.SavedSearch;
import org.kakehashi.portal.saved.SavedSearches;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where visitors save a search, confirm that their mail address is theirs, and stop the letters. */
@Controller
@RequestMapping(Links.SAVED)
class SavedSearchPages {

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_SEARCH = 1_000;

    private final SavedSearches searches;
    private final VisitorForms forms;
    private final Wording wording;
    private final WrongTries inventedLinks = new WrongTries(30);

    SavedSearchPages(SavedSearches searches, VisitorForms forms, Wording wording) {
        this.searches = searches;
        this.forms = forms;
        this.wording = wording;
    }

    /** The addresses of these pages are secrets, or lead to forms. */
    @ModelAttribute
    void keepToYourself(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping("/new")
    ModelAndView form(HttpServletRequest request, Locale language) {
        return form(query(request), "", "", language);
    }

    @PostMapping
    ModelAndView save(
            @RequestParam(defaultValue = "") String email,
            @ModelAttribute VisitorForms.Marks marks,
            @ModelAttribute(name = "links", binding = false) Links links,
            HttpServletRequest request,
            Locale language) {
        var sent = new ModelAndView("redirect:" + links.to(Links.SAVED + "/sent"));
        if (marks.ofProgram()) {
            return sent;
        }
        SeedQuery query = query(request);
        String fault = fault(query, email.strip(), marks, request);
        if (!fault.isEmpty()) {
            ModelAndView again = form(query, email, fault, language).addObject("begun", marks.begun());
            again.setStatus(
                    fault.equals(VisitorForms.Hindrance.OFTEN.name())
                            ? HttpStatus.TOO_MANY_REQUESTS
                            : HttpStatus.BAD_REQUEST);
            return again;
        }
        searches.save(email.strip(), language, query, wording.of(query, language));
        return sent;
    }

    private String fault(SeedQuery query, String email, VisitorForms.Marks marks, HttpServletRequest request) {
        if (query.address().length() > LONGEST_SEARCH) {
            return "long";
        }
        if (email.length() > LONGEST_ADDRESS || !MAIL_ADDRESS.matcher(email).matches()) {
            return "email";
        }
        return forms.hindrance(marks, request).map(Enum::name).orElse("");
    }

    @GetMapping("/sent")
    ModelAndView sent() {
        return new ModelAndView("portal/sent", "words", "portal.save.sent.words");
    }

    @GetMapping("/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        return enter(token, request, search -> new ModelAndView("portal/saved")
                .addObject("search", search)
                .addObject("token", token));
    }

    @PostMapping("/{token}/confirmation")
    ModelAndView confirm(
            @PathVariable String token,
            @ModelAttribute(name = "links", binding = false) Links links,
            HttpServletRequest request) {
        return enter(token, request, search -> {
            searches.confirm(search);
            return new ModelAndView("redirect:" + links.to(Links.SAVED + "/" + token));
        });
    }

    /** Stops at once, also where a mail program does it for its reader. */
    @PostMapping("/{token}/stop")
    ModelAndView stop(@PathVariable String token, HttpServletRequest request) {
        return enter(token, request, search -> {
            searches.stop(search);
            return new ModelAndView("portal/saved-stopped").addObject("search", search);
        });
    }

    private ModelAndView enter(String token, HttpServletRequest request, Function<SavedSearch, ModelAndView> visit) {
        String address = request.getRemoteAddr();
        Optional<SavedSearch> found = inventedLinks.tooManyFrom(address) ? Optional.empty() : searches.find(token);
        if (found.isEmpty()) {
            inventedLinks.count(address);
        }
        return found.map(visit).orElseGet(() -> new ModelAndView("portal/saved-gone", HttpStatus.NOT_FOUND));
    }

    private ModelAndView form(SeedQuery query, String email, String fault, Locale language) {
        return new ModelAndView("portal/save-search")
                .addObject("query", query)
                .addObject("words", wording.of(query, language))
                .addObject("email", email)
                .addObject("faults", fault.isEmpty() ? List.of() : List.of(fault));
    }

    private static SeedQuery query(HttpServletRequest request) {
        return SeedQuery.of(request.getParameterMap()).sorted(SeedQuery.Order.RELEVANCE);
    }
}
