package org.kakehashi.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.ConsultationLinks;
import org.kakehashi.consultation.ConsultationLinks.Found;
import org.kakehashi.consultation.ConsultationLinks.Occasion;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.platform.audit.AuditDoor;
import org.kakehashi.platform.security.WrongTries;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.platform.web.PublicPage;
import org.kakehashi.platform.web.ReaderLanguage;
import org.kakehashi.platform.web.VisitorForms;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the public asks the programme, and each asker follows the own question by the link in the letter. */
@PageController
@PublicPage
@RequestMapping("/consultation")
class AskPages {

    private static final int REPLY = 8_000;

    private final Consultations consultations;
    private final ConsultationLinks links;
    private final Validator validator;
    private final Seeds seeds;
    private final VisitorForms forms;
    private final WrongTries inventedLinks = new WrongTries(30);

    AskPages(
            Consultations consultations,
            ConsultationLinks links,
            Validator validator,
            Seeds seeds,
            VisitorForms forms) {
        this.seeds = seeds;
        this.forms = forms;
        this.consultations = consultations;
        this.links = links;
        this.validator = validator;
    }

    @ModelAttribute("title")
    String title() {
        return "consultation.title";
    }

    @GetMapping
    ModelAndView form(@RequestParam(required = false) @Nullable String seed) {
        return form(QuestionForm.about(seed), List.of());
    }

    private Optional<Seed> published(@Nullable String number) {
        return Optional.ofNullable(number)
                .flatMap(seeds::findById)
                .filter(seed -> seed.status() == Seed.Status.PUBLISHED);
    }

    @PostMapping
    ModelAndView ask(
            @ModelAttribute QuestionForm question,
            @ModelAttribute VisitorForms.Marks marks,
            Locale language,
            HttpServletRequest request) {
        String reader = language.getLanguage();
        var sent = new ModelAndView("redirect:/consultation/sent?lang=" + reader);
        if (marks.ofProgram()) {
            return sent;
        }
        Optional<Seed> about = published(question.seed());
        List<String> faults = faults(question, about.isPresent());
        if (faults.isEmpty()) {
            faults = forms.hindrance(marks, request)
                    .map(hindrance -> List.of(hindrance.name()))
                    .orElse(List.of());
        }
        if (!faults.isEmpty()) {
            return form(question, faults).addObject("begun", marks.begun());
        }
        try {
            Attachments.of(
                    request,
                    files -> consultations.ask(
                            Consultation.Channel.PORTAL, question.question(reader, about.orElse(null)), files));
        } catch (Refusal refusal) {
            return form(question, List.of(refusal.kind() == Refusal.Kind.CONFLICT ? "waiting" : "files"))
                    .addObject("begun", marks.begun());
        }
        return sent;
    }

    @GetMapping("/sent")
    ModelAndView sent() {
        return new ModelAndView("portal/sent", "words", "consultation.sent.words");
    }

    @GetMapping("/q/{token}")
    ModelAndView read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        return enter(token, request, found -> page(found.number(), token).addObject("done", done != null));
    }

    @PostMapping("/q/{token}/confirmation")
    ModelAndView confirm(@PathVariable String token, HttpServletRequest request) {
        return enter(token, request, found -> {
            consultations.confirm(found.number());
            return done(token);
        });
    }

    @PostMapping("/q/{token}/reply")
    ModelAndView reply(
            @PathVariable String token, @RequestParam(defaultValue = "") String text, HttpServletRequest request) {
        return enter(token, request, found -> {
            if (StringUtils.isBlank(text) || text.length() > REPLY) {
                return fault(found, token, HttpStatus.BAD_REQUEST, "text");
            }
            try {
                consultations.reply(found.number(), text);
                return done(token);
            } catch (Refusal refusal) {
                return fault(found, token, HttpStatus.CONFLICT, "moved");
            }
        });
    }

    @PostMapping("/q/{token}/renewal")
    ModelAndView renew(@PathVariable String token, HttpServletRequest request) {
        return find(token, request)
                .map(found -> {
                    if (!found.holds()) {
                        links.send(
                                found.number(), consultations.of(found.number()).asker(), Occasion.RENEWED);
                    }
                    return new ModelAndView("consultation-expired", "renewed", true);
                })
                .orElseGet(AskPages::gone);
    }

    private interface Visit {
        ModelAndView of(Found link);
    }

    private ModelAndView enter(String token, HttpServletRequest request, Visit visit) {
        Optional<Found> found = find(token, request);
        if (found.isEmpty()) {
            return gone();
        }
        return found.get().holds()
                ? visit.of(found.get())
                : new ModelAndView("consultation-expired", HttpStatus.GONE)
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
                    ReaderLanguage.speak(
                            request, consultations.of(link.number()).asker().locale());
                    AuditDoor.about(request, "asker of " + link.number(), link.number());
                },
                () -> inventedLinks.count(address));
        return found;
    }

    private ModelAndView page(String number, String token) {
        Consultation.Sheet sheet = consultations.wholeSheet(number);
        Consultation.Interest interest = sheet.consultation().interest();
        return new ModelAndView("consultation")
                .addObject("asked", sheet.consultation())
                .addObject("about", interest == null ? null : seeds.numbered(interest.seedNumber()))
                .addObject(
                        "messages",
                        sheet.messages().stream()
                                .filter(message -> !message.internal())
                                .toList())
                .addObject("files", sheet.files())
                .addObject("token", token);
    }

    private ModelAndView fault(Found found, String token, HttpStatus status, String fault) {
        ModelAndView page = page(found.number(), token).addObject("fault", fault);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView done(String token) {
        return new ModelAndView("redirect:/consultation/q/" + token + "?done");
    }

    private static ModelAndView gone() {
        return new ModelAndView("party-gone", HttpStatus.NOT_FOUND);
    }

    private List<String> faults(QuestionForm question, boolean aboutSeed) {
        return Stream.of(
                        validator.validate(question).stream().map(ConstraintViolation::getMessage),
                        Stream.of("email").filter(none -> StringUtils.isBlank(question.email())),
                        Stream.of("wish").filter(none -> aboutSeed && question.wish() == null))
                .flatMap(Function.identity())
                .distinct()
                .sorted()
                .toList();
    }

    private ModelAndView form(QuestionForm question, List<String> faults) {
        var page = new ModelAndView("consultation-ask")
                .addObject("about", published(question.seed()).orElse(null))
                .addObject("wishes", Consultation.Wish.values())
                .addObject("typed", question)
                .addObject("faults", faults)
                .addObject("prefectures", Prefecture.values())
                .addObject("fields", TechnologyField.values());
        page.setStatus(
                faults.isEmpty()
                        ? HttpStatus.OK
                        : faults.contains(VisitorForms.Hindrance.OFTEN.name())
                                ? HttpStatus.TOO_MANY_REQUESTS
                                : HttpStatus.BAD_REQUEST);
        return page;
    }
}
