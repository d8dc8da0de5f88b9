package org.kakehashi.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.platform.web.RecordSource;
import org.kakehashi.platform.web.RecordVersion;
import org.kakehashi.registry.Seed;
import org.kakehashi.registry.SeedAccess;
import org.kakehashi.registry.SeedHistory;
import org.kakehashi.registry.SeedRegistration;
import org.kakehashi.registry.Seeds;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/seeds")
@Tag(name = "Seeds", description = "Licensable patents")
class SeedController {

    private final Seeds seeds;
    private final SeedAccess access;
    private final OwnRecords own;
    private final SeedRegistration registration;
    private final SeedHistory history;
    private final Idempotency idempotency;

    SeedController(
            Seeds seeds,
            SeedAccess access,
            OwnRecords own,
            SeedRegistration registration,
            SeedHistory history,
            Idempotency idempotency) {
        this.seeds = seeds;
        this.access = access;
        this.own = own;
        this.registration = registration;
        this.history = history;
        this.idempotency = idempotency;
    }

    record Reason(
            @Schema(example = "The annual fee was not paid.")
            @NotBlank(message = "must be given")
            @Size(max = 2_000, message = "must have at most 2000 characters")
            String reason) {}

    @GetMapping
    @Operation(
            summary = "List seeds, the newest first",
            description = "A program finds its own, and what is published.")
    Page<SeedResponse> list(
            @RequestParam(required = false) Seed.@Nullable Status status,
            @RequestParam(required = false) @Nullable TechnologyField field,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @Parameter(description = "Part of the title, the invention's name or the applicant")
                    @RequestParam(required = false)
                    @Nullable
                    String text,
            @Parameter(description = "System that the records come from") @RequestParam(required = false) @Nullable
                    String source,
            @Parameter(description = "The record's id there") @RequestParam(required = false) @Nullable
                    String externalId,
            @ParameterObject @Valid Paging paging) {
        return Page.of(
                seeds.search(
                        new Seeds.Filter(
                                status,
                                field,
                                prefecture,
                                text,
                                source,
                                externalId,
                                own.narrowedTo().orElse(null)),
                        paging.by(Sort.by("number").descending())),
                this::response);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a seed")
    SeedResponse read(@PathVariable String number) {
        return response(access.toRead(number));
    }

    @GetMapping("/{number}/versions")
    @Operation(
            summary = "What a seed said, version by version: who changed what, and when",
            description = "The latest first. A program sees the versions of what it entered.")
    List<SeedHistory.Version> versions(@PathVariable String number) {
        Seed seed = access.toRead(number);
        if (!access.mayChange(seed)) {
            throw Refusal.forbidden("Seed " + number + " was entered by somebody else.");
        }
        return history.of(seed);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a seed; its technology transfer begins unless start is false")
    ResponseEntity<SeedResponse> create(
            @Parameter(description = "Makes the creation safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody SeedRequest wanted) {
        String source = RecordSource.of(wanted.source(), wanted.externalId());
        SeedResponse created = idempotency.once(
                key,
                wanted,
                SeedResponse.class,
                () -> response(registration.register(
                        source,
                        wanted.externalId(),
                        wanted.organisationId(),
                        wanted.content(),
                        !Boolean.FALSE.equals(wanted.start()))));
        return ResponseEntity.created(URI.create("/api/v1/seeds/" + created.number()))
                .body(created);
    }

    @PutMapping("/{number}")
    @Transactional
    @Operation(summary = "Change a seed")
    SeedResponse update(@PathVariable String number, @Valid @RequestBody SeedRequest wanted) {
        Seed seed = access.toChange(number);
        RecordVersion.expect("Seed " + number, wanted.version(), seed.version());
        if (!wanted.organisationId().equals(seed.organisationId())) {
            throw Refusal.conflict(
                    "Seed " + number + " cannot change hands: withdraw it, then let the new owner" + " register it.");
        }
        registration.change(number, wanted.content());
        seeds.flush();
        return response(seed);
    }

    @PostMapping("/{number}/lapse")
    @Transactional
    @Operation(summary = "Report the patent as lost: the seed leaves the programme and every case on it ends")
    SeedResponse lapse(@PathVariable String number, @Valid @RequestBody Reason why) {
        return leave(number, why.reason(), true);
    }

    @PostMapping("/{number}/withdrawal")
    @Transactional
    @Operation(summary = "Withdraw a seed: it is offered no longer")
    SeedResponse withdraw(@PathVariable String number, @Valid @RequestBody Reason why) {
        return leave(number, why.reason(), false);
    }

    @PostMapping("/{number}/change-of-owner")
    @Transactional
    @Operation(summary = "Report that the patent has changed hands: the seed leaves and every case on it ends")
    SeedResponse changeOfOwner(@PathVariable String number, @Valid @RequestBody Reason why) {
        Seed seed = access.toTakeOut(number);
        registration.leave(number, Seed.Leave.CHANGED_OWNER, why.reason().strip());
        seeds.flush();
        return response(seed);
    }

    @PostMapping("/{number}/renewal")
    @Transactional
    @Operation(summary = "Renew a published seed for twelve months")
    SeedResponse renew(@PathVariable String number) {
        Seed seed = access.toTakeOut(number);
        registration.renew(number);
        seeds.flush();
        return response(seed);
    }

    private SeedResponse leave(String number, String reason, boolean lapsed) {
        Seed seed = access.toTakeOut(number);
        registration.withdraw(number, reason.strip(), lapsed);
        seeds.flush();
        return response(seed);
    }

    private SeedResponse response(Seed seed) {
        return SeedResponse.of(seed, access.content(seed));
    }
}
