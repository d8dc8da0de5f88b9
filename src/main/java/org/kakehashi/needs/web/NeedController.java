package org.kakehashi.needs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.kakehashi.needs.Need;
import org.kakehashi.needs.NeedAccess;
import org.kakehashi.needs.NeedHearing;
import org.kakehashi.needs.Needs;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.platform.web.RecordSource;
import org.kakehashi.platform.web.RecordVersion;
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
@RequestMapping("/api/v1/needs")
@Tag(name = "Needs", description = "What companies look for")
class NeedController {

    private final Needs needs;
    private final NeedAccess access;
    private final OwnRecords own;
    private final NeedHearing hearing;
    private final Idempotency idempotency;

    NeedController(Needs needs, NeedAccess access, OwnRecords own, NeedHearing hearing, Idempotency idempotency) {
        this.needs = needs;
        this.access = access;
        this.own = own;
        this.hearing = hearing;
        this.idempotency = idempotency;
    }

    record Reason(
            @Schema(example = "The company has found a solution of its own.")
            @NotBlank(message = "must be given")
            @Size(max = 2_000, message = "must have at most 2000 characters")
            String reason) {}

    @GetMapping
    @Operation(summary = "List needs, the newest first", description = "A program finds its own.")
    Page<NeedResponse> list(
            @RequestParam(required = false) Need.@Nullable Status status,
            @RequestParam(required = false) @Nullable TechnologyField field,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @Parameter(description = "Part of the title or the problem") @RequestParam(required = false) @Nullable
                    String text,
            @Parameter(description = "System that the records come from") @RequestParam(required = false) @Nullable
                    String source,
            @Parameter(description = "The record's id there") @RequestParam(required = false) @Nullable
                    String externalId,
            @ParameterObject @Valid Paging paging) {
        return Page.of(
                needs.search(
                        new Needs.Filter(
                                status,
                                field,
                                prefecture,
                                text,
                                source,
                                externalId,
                                own.narrowedTo().orElse(null)),
                        paging.by(Sort.by("number").descending())),
                NeedResponse::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a need")
    NeedResponse read(@PathVariable String number) {
        return NeedResponse.of(access.of(number));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter a need; its technology transfer begins unless start is false")
    ResponseEntity<NeedResponse> create(
            @Parameter(description = "Makes the creation safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody NeedRequest wanted) {
        String source = RecordSource.of(wanted.source(), wanted.externalId());
        NeedResponse created = idempotency.once(
                key,
                wanted,
                NeedResponse.class,
                () -> NeedResponse.of(hearing.receive(
                        source,
                        wanted.externalId(),
                        wanted.organisationId(),
                        wanted.content(),
                        !Boolean.FALSE.equals(wanted.start()))));
        return ResponseEntity.created(URI.create("/api/v1/needs/" + created.number()))
                .body(created);
    }

    @PutMapping("/{number}")
    @Transactional
    @Operation(summary = "Change a need")
    NeedResponse update(@PathVariable String number, @Valid @RequestBody NeedRequest wanted) {
        Need need = access.toChange(number);
        RecordVersion.expect("Need " + number, wanted.version(), need.version());
        if (!wanted.organisationId().equals(need.organisationId())) {
            throw Refusal.conflict(
                    "Need " + number + " belongs to another organisation: close it, then enter it for the new one.");
        }
        hearing.change(number, wanted.content());
        return NeedResponse.of(needs.saveAndFlush(need));
    }

    @PostMapping("/{number}/closure")
    @Transactional
    @Operation(summary = "Close a need: seeds are matched with it no longer")
    NeedResponse close(@PathVariable String number, @Valid @RequestBody Reason why) {
        Need need = access.toChange(number);
        hearing.close(number, why.reason().strip());
        return NeedResponse.of(needs.saveAndFlush(need));
    }
}
