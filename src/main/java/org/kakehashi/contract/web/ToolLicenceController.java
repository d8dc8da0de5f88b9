package org.kakehashi.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.ToolLicence;
import org.kakehashi.contract.ToolLicences;
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
@RequestMapping("/api/v1/tool-licences")
@Tag(name = "Research-tool licences", description = "Licences for research, on standard terms and without negotiation")
class ToolLicenceController {

    private final ToolLicences licences;
    private final Idempotency idempotency;

    ToolLicenceController(ToolLicences licences, Idempotency idempotency) {
        this.licences = licences;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(
            summary = "List research-tool licences and requests, the newest first",
            description = "A program finds what it asked for.")
    Page<ToolLicenceResponse> list(
            @RequestParam(required = false) ToolLicence.@Nullable Status status,
            @RequestParam(required = false) @Nullable String seed,
            @ParameterObject @Valid Paging paging) {
        return Page.of(
                licences.search(status, seed, paging.by(Sort.by("number").descending())), ToolLicenceResponse::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a research-tool licence")
    ToolLicenceResponse read(@PathVariable String number) {
        return ToolLicenceResponse.of(licences.of(number));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for a licence to use a research tool, on the conditions that its record names now")
    ResponseEntity<ToolLicenceResponse> ask(
            @Parameter(description = "Makes the request safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody ToolLicenceRequest wanted) {
        ToolLicenceResponse asked = idempotency.once(
                key,
                wanted,
                ToolLicenceResponse.class,
                () -> ToolLicenceResponse.of(licences.request(wanted.seed().strip(), "program", wanted.requester())));
        return ResponseEntity.created(URI.create("/api/v1/tool-licences/" + asked.number()))
                .body(asked);
    }
}
