package org.kakehashi.needs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.Prefecture;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/needs")
@Tag(name = "Needs", description = "What companies look for")
class NeedController {

    private final Needs needs;
    private final NeedHearing hearing;
    private final Idempotency idempotency;

    NeedController(Needs needs, NeedHearing hearing, Idempotency idempotency) {
        this.needs = needs;
        this.hearing = hearing;
        this.idempotency = idempotency;
    }

    /** Why a need leaves the programme. */
    record Leaving(@NotBlank(message = "must be given") String reason) {}

    @GetMapping
    @Operation(summary = "List needs, newest first")
    Page<NeedResponse> list(
            @RequestParam(required = false) Need.@Nullable Status status,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @RequestParam(required = false) @Nullable String source,
            @Parameter(description = "Part of the title") @RequestParam(required = false) @Nullable String text,
            @ParameterObject @Valid Paging paging) {
        Specification<Need> wanted = (need, query, is) -> {
            var all = is.conjunction();
            if (status != null) {
                all = is.and(all, is.equal(need.get("status"), status));
            }
            if (prefecture != null) {
                all = is.and(all, is.equal(need.get("prefecture"), prefecture));
            }
            if (source != null) {
                all = is.and(all, is.equal(need.get("source"), source));
            }
            if (text != null) {
                all = is.and(all, is.like(is.lower(need.get("title")), "%" + text.toLowerCase(Locale.ROOT) + "%"));
            }
            return all;
        };
        return Page.of(
                needs.findAll(wanted, paging.by(Sort.by(Sort.Order.desc("receivedAt"), Sort.Order.desc("number")))),
                NeedResponse::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a need")
    NeedResponse read(@PathVariable String number) {
        return NeedResponse.of(needs.numbered(number));
    }

    @PostMapping
    @Operation(summary = "Enter a need; its technology transfer begins unless start is false")
    ResponseEntity<NeedResponse> create(
            @Parameter(description = "Makes the creation safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody NeedRequest wanted) {
        NeedResponse created = idempotency.once(
                key,
                wanted,
                NeedResponse.class,
                () -> NeedResponse.of(hearing.receive(
                        Objects.requireNonNullElse(wanted.source(), "rest"),
                        wanted.externalId(),
                        wanted.organisationId(),
                        wanted.content(),
                        !Boolean.FALSE.equals(wanted.start()))));
        return ResponseEntity.created(URI.create("/api/v1/needs/" + created.number()))
                .body(created);
    }

    @PutMapping("/{number}")
    @Operation(summary = "Change what a need says")
    NeedResponse change(@PathVariable String number, @Valid @RequestBody NeedRequest wanted) {
        return NeedResponse.of(hearing.change(number, wanted.content()));
    }

    @PostMapping("/{number}/closure")
    @Operation(summary = "Close a need; running cases go on")
    NeedResponse close(@PathVariable String number, @Valid @RequestBody Leaving leaving) {
        hearing.close(number, leaving.reason());
        return read(number);
    }
}
