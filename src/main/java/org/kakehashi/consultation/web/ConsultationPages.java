package org.kakehashi.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The questions that staff have, and those they write down for who calls or comes. */
@PageController
@RequestMapping("/consultations")
class ConsultationPages {

    private static final int PAGE = 25;

    private final Consultations consultations;
    private final Validator validator;

    ConsultationPages(Consultations consultations, Validator validator) {
        this.consultations = consultations;
        this.validator = validator;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) Consultation.@Nullable State state,
            @RequestParam(defaultValue = "0") int page) {
        return list(state, page, QuestionForm.empty(), List.of());
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam Consultation.Channel channel,
            @RequestParam(defaultValue = "ja") String language,
            @ModelAttribute QuestionForm question,
            HttpServletRequest request) {
        List<String> faults = validator.validate(question).stream()
                .map(ConstraintViolation::getMessage)
                .distinct()
                .sorted()
                .toList();
        if (!faults.isEmpty()) {
            return refused(question, faults);
        }
        if (channel == Consultation.Channel.PORTAL) {
            throw Refusal.invalid("A question that staff write down came by phone or in a visit.");
        }
        try {
            String number = Attachments.of(
                    request,
                    files -> consultations.ask(
                            channel, question.question(language.equals("en") ? "en" : "ja", null), files));
            return new ModelAndView("redirect:/consultations/" + number);
        } catch (Refusal refusal) {
            return refused(question, List.of("files"));
        }
    }

    @GetMapping("/{number}")
    ModelAndView read(@PathVariable String number) {
        return new ModelAndView("consultation-file").addObject("sheet", consultations.sheet(number));
    }

    @GetMapping("/{number}/files/{position}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable int position) {
        Consultation.Attachment file = consultations.file(number, position);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }

    private ModelAndView refused(QuestionForm question, List<String> faults) {
        ModelAndView page = list(null, 0, question, faults);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView list(
            Consultation.@Nullable State state, int page, QuestionForm question, List<String> faults) {
        return new ModelAndView("consultations")
                .addObject("found", consultations.find(state, PageRequest.of(Math.max(0, page), PAGE)))
                .addObject("state", state)
                .addObject("states", Consultation.State.values())
                .addObject("typed", question)
                .addObject("faults", faults)
                .addObject("prefectures", Prefecture.values())
                .addObject("fields", TechnologyField.values());
    }
}
