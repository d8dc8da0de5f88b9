package org.kakehashi.contract.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.contract.ToolLicences;
import org.kakehashi.contract.ToolRequests;
import org.kakehashi.platform.security.WrongTries;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.platform.web.PublicPage;
import org.kakehashi.platform.web.ReaderLanguage;
import org.kakehashi.platform.web.VisitorForms;
import org.kakehashi.registry.ResearchTools;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the public asks for a licence to use a research tool, on the conditions of its record. */
@PageController
@PublicPage
@RequestMapping("/licence")
class ToolRequestPages {

    private final ToolRequests requests;
    private final ToolLicences licences;
    private final ResearchTools tools;
    private final Seeds seeds;
    private final VisitorForms forms;
    private final Validator validator;
    private final WrongTries inventedLinks = new WrongTries(30);

    ToolRequestPages(
            ToolRequests requests,
            ToolLicences licences,
            ResearchTools tools,
            Seeds seeds,
            VisitorForms forms,
            Validator validator) {
        this.requests = requests;
        this.licences = licences;
        this.tools = tools;
        this.seeds = seeds;
        this.forms = forms;
        this.validator = validator;
    }

    @ModelAttribute("title")
    String title() {
        return "licence.title";
    }

    @GetMapping("/{number}")
    ModelAndView form(@PathVariable String number) {
        return ofTool(number, seed -> form(seed, null, List.of()));
    }

    @PostMapping("/{number}")
    ModelAndView ask(
            @PathVariable String number,
            @ModelAttribute ToolRequestForm form,
            @ModelAttribute VisitorForms.Marks marks,
            Locale language,
            HttpServletRequest request) {
        String reader = language.getLanguage();
        var sent = new ModelAndView("redirect:/licence/sent?lang=" + reader);
        return ofTool(number, seed -> {
            if (marks.ofProgram()) {
                return sent;
            }
            List<String> faults = faults(form, marks, request);
            if (faults.isEmpty()) {
                try {
                    requests.ask(number, form.requester(reader));
                    return sent;
                } catch (Refusal refusal) {
                    faults = List.of("conditions");
                }
            }
            ModelAndView again = form(seed, form, faults).addObject("begun", marks.begun());
            again.setStatus(
                    faults.contains(VisitorForms.Hindrance.OFTEN.name())
                            ? HttpStatus.TOO_MANY_REQUESTS
                            : HttpStatus.BAD_REQUEST);
            return again;
        });
    }

    private List<String> faults(ToolRequestForm form, VisitorForms.Marks marks, HttpServletRequest request) {
        List<String> faults = validator.validate(form).stream()
                .map(ConstraintViolation::getMessage)
                .distinct()
                .sorted()
                .toList();
        return faults.isEmpty()
                ? forms.hindrance(marks, request).map(Enum::name).map(List::of).orElse(List.of())
                : faults;
    }

    @GetMapping("/sent")
    ModelAndView sent() {
        return new ModelAndView("portal/sent", "words", "licence.sent.words");
    }

    @GetMapping("/q/{token}")
    ModelAndView read(@PathVariable String token, HttpServletRequest request) {
        return enter(token, request, waiting -> page(waiting, token));
    }

    @PostMapping("/q/{token}/confirmation")
    ModelAndView confirm(@PathVariable String token, HttpServletRequest request) {
        return enter(token, request, waiting -> {
            try {
                requests.confirm(token);
                return new ModelAndView("redirect:/licence/q/" + token);
            } catch (Refusal refusal) {
                ModelAndView page = page(waiting, token).addObject("fault", "conditions");
                page.setStatus(HttpStatus.CONFLICT);
                return page;
            }
        });
    }

    private ModelAndView enter(
            String token, HttpServletRequest request, Function<ToolRequests.Waiting, ModelAndView> visit) {
        String address = request.getRemoteAddr();
        Optional<ToolRequests.Waiting> found =
                inventedLinks.tooManyFrom(address) ? Optional.empty() : requests.find(token);
        if (found.isEmpty()) {
            inventedLinks.count(address);
            return new ModelAndView("party-gone", HttpStatus.NOT_FOUND);
        }
        ReaderLanguage.speak(request, requester(found.get()).locale());
        return visit.apply(found.get());
    }

    private ToolLicence.Requester requester(ToolRequests.Waiting waiting) {
        return waiting.requester() == null
                ? licences.of(String.valueOf(waiting.licenceNumber())).requester()
                : waiting.requester();
    }

    private ModelAndView page(ToolRequests.Waiting waiting, String token) {
        return new ModelAndView("licence")
                .addObject("seed", seeds.numbered(waiting.seedNumber()))
                .addObject("requester", requester(waiting))
                .addObject("licence", waiting.licenceNumber() == null ? null : licences.of(waiting.licenceNumber()))
                .addObject("token", token);
    }

    private ModelAndView ofTool(String number, Function<Seed, ModelAndView> page) {
        return seeds.findById(number)
                .filter(seed -> tools.publicOf(seed).isPresent())
                .map(page)
                .orElseGet(() -> new ModelAndView("party-gone", HttpStatus.NOT_FOUND));
    }

    private ModelAndView form(Seed seed, @Nullable ToolRequestForm typed, List<String> faults) {
        return new ModelAndView("licence-ask")
                .addObject("seed", seed)
                .addObject("tool", tools.publicOf(seed).orElseThrow())
                .addObject("refused", licences.exclusivelyLicensed(seed.number()))
                .addObject("typed", typed)
                .addObject("faults", faults)
                .addObject("types", OrganisationType.values())
                .addObject("prefectures", Prefecture.values());
    }
}
