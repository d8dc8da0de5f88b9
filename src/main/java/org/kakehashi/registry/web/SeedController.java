package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
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
@RequestMapping("/api/v1/seeds")
@Tag(name = "Seeds", description = "Licensable patents")
class SeedController {

    private final Seeds seeds;
    private final SeedRegistration registration;
    private final Idempotency idempotency;

    SeedController(Seeds seeds, SeedRegistration registration, Idempotency idempotency) {
        this.seeds = seeds;
        this.registration = registration;
        this.idempotency = idempotency;
    }

    /** Why a seed leaves the programme. */
    record Leaving(@NotBlank(message = "must be given") String reason) {}

    @GetMapping
    @Operation(summary = "List seeds, newest first")
    Page<SeedResponse> list(
            @RequestParam(required = false) Seed.@Nullable Status status,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @RequestParam(required = false) @Nullable String source,
            @Parameter(description = "Part of the title") @RequestParam(required = false) @Nullable String text,
            @ParameterObject @Valid Paging paging) {
        Specification<Seed> wanted = (seed, query, is) -> {
            var all = is.conjunction();
            if (status != null) {
                all = is.and(all, is.equal(seed.get("status"), status));
            }
            if (prefecture != null) {
                all = is.and(all, is.equal(seed.get("prefecture"), prefecture));
            }
            if (source != null) {
                all = is.and(all, is.equal(seed.get("source"), source));
            }
            if (text != null) {
                all = is.and(all, is.like(is.lower(seed.get("title")), "%" + text.toLowerCase(Locale.ROOT) + "%"));
            }
            return all;
        };
        return Page.of(
                seeds.findAll(wanted, paging.by(Sort.by(Sort.Order.desc("registeredAt"), Sort.Order.desc("number")))),
                SeedResponse::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a seed")
    SeedResponse read(@PathVariable String number) {
        return SeedResponse.of(seeds.numbered(number));
    }

    @PostMapping
    @Operation(summary = "Register a seed; its technology transfer begins unless start is false")
    ResponseEntity<SeedResponse> create(
            @Parameter(description = "Makes the creation safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody SeedRequest wanted) {
        SeedResponse created = idempotency.once(
                key,
                wanted,
                SeedResponse.class,
                () -> SeedResponse.of(registration.register(
                        Objects.requireNonNullElse(wanted.source(), "rest"),
                        wanted.externalId(),
                        wanted.organisationId(),
                        wanted.content(),
                        !Boolean.FALSE.equals(wanted.start()))));
        return ResponseEntity.created(URI.create("/api/v1/seeds/" + created.number()))
                .body(created);
    }

    @PutMapping("/{number}")
    @Operation(summary = "Change what a seed says")
    SeedResponse change(@PathVariable String number, @Valid @RequestBody SeedRequest wanted) {
        return SeedResponse.of(registration.change(number, wanted.content()));
    }

    @PostMapping("/{number}/lapse")
    @Operation(summary = "Report the patent as lost: every case on it ends")
    SeedResponse lapse(@PathVariable String number, @Valid @RequestBody Leaving leaving) {
        registration.withdraw(number, leaving.reason(), true);
        return read(number);
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Take a seed out of the programme; running cases go on")
    SeedResponse withdraw(@PathVariable String number, @Valid @RequestBody Leaving leaving) {
        registration.withdraw(number, leaving.reason(), false);
        return read(number);
    }
}
