package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dispatches")
@Tag(name = "Dispatches", description = "Terms of advisers at local governments and TLOs; registrars and managers only")
class DispatchController {

    private final Dispatches dispatches;

    DispatchController(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    /** What a host asks for. */
    record DispatchRequest(
            @NotNull(message = "must be given") UUID hostOrganisationId,

            @Schema(description = "Where the adviser shall sit; the host's own where absent") @Nullable
            Prefecture prefecture,

            @NotNull(message = "must be given") Adviser.Kind kind,

            @Schema(example = "Licensing of the prefecture's own patents")
            @NotBlank(message = "must be given")
            @Size(max = 2000, message = "must have at most 2000 characters")
            String purpose,

            @Schema(description = "That the adviser should cover; any where absent") @Nullable
            Set<TechnologyField> fields,

            @Schema(description = "That the adviser should speak, as ISO 639-1 codes; any where absent") @Nullable
            Set<@Pattern(regexp = "[a-z]{2}", message = "must be ISO 639-1 codes such as ja") String> languages,

            @NotNull(message = "must be given") LocalDate firstDay,
            @NotNull(message = "must be given") LocalDate lastDay) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record that a host asks for an adviser",
            description = "A manager assigns one or declines, the host confirms, and the term begins on its first day.")
    Dispatch request(@Valid @RequestBody DispatchRequest wanted) {
        dispatches.enter();
        return dispatches.request(new Dispatches.Request(
                wanted.hostOrganisationId(),
                wanted.prefecture(),
                wanted.kind(),
                wanted.purpose(),
                Objects.requireNonNullElse(wanted.fields(), Set.of()),
                Objects.requireNonNullElse(wanted.languages(), Set.of()),
                wanted.firstDay(),
                wanted.lastDay()));
    }

    @GetMapping
    @Operation(summary = "List the latest hundred dispatches")
    List<Dispatch> list() {
        dispatches.enter();
        return dispatches.latest(null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a dispatch")
    Dispatch read(@PathVariable UUID id) {
        dispatches.enter();
        return dispatches.of(id);
    }
}
