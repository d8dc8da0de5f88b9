package org.kakehashi.consultation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Consultation;
import org.kakehashi.consultation.Consultations;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultations")
@Tag(name = "Consultations", description = "Questions to the programme and what came of them")
class ConsultationController {

    private final Consultations consultations;
    private final Idempotency idempotency;

    ConsultationController(Consultations consultations, Idempotency idempotency) {
        this.consultations = consultations;
        this.idempotency = idempotency;
    }

    /** The number under which a question goes its way. */
    record Taken(String number) {}

    @GetMapping
    @Operation(
            summary = "List questions, the latest first",
            description = "Those that the user has or has entered; to managers all.")
    Page<Consultation> list(
            @RequestParam(required = false) Consultation.@Nullable State state, @ParameterObject @Valid Paging paging) {
        return Page.of(consultations.find(state, paging.by(Sort.unsorted())), Function.identity());
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a question and what was said")
    Consultation.Sheet read(@PathVariable String number) {
        return consultations.sheet(number);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Hand in a question",
            description = "It goes to the adviser of its prefecture, who answers by mail where an address is given.")
    ResponseEntity<Taken> ask(
            @Parameter(description = "Makes the creation safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody QuestionRequest question) {
        Taken taken = idempotency.once(
                key,
                question,
                Taken.class,
                () -> new Taken(consultations.ask(Consultation.Channel.PROGRAM, question.asked(), List.of())));
        return ResponseEntity.created(URI.create("/api/v1/consultations/" + taken.number()))
                .body(taken);
    }
}
