package org.kakehashi.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.OwnRecords;
import org.kakehashi.platform.web.Idempotency;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.platform.web.RecordVersion;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
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
@RequestMapping("/api/v1/organisations")
@Tag(name = "Organisations", description = "Who owns technology and who looks for it")
class OrganisationController {

    private final Organisations organisations;
    private final Idempotency idempotency;
    private final OwnRecords own;
    private final CurrentUser user;

    OrganisationController(Organisations organisations, Idempotency idempotency, OwnRecords own, CurrentUser user) {
        this.organisations = organisations;
        this.idempotency = idempotency;
        this.own = own;
        this.user = user;
    }

    @GetMapping
    @Operation(
            summary = "List organisations by name",
            description = "A program sees whom to talk to of those only that it entered.")
    Page<OrganisationResponse> list(
            @RequestParam(required = false) @Nullable OrganisationType type,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @Parameter(description = "Part of the name, in either language") @RequestParam(required = false) @Nullable
                    String name,
            @ParameterObject @Valid Paging paging) {
        return Page.of(organisations.search(type, prefecture, name, paging.by(Sort.by("name", "id"))), this::response);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an organisation")
    OrganisationResponse read(@PathVariable UUID id) {
        return response(organisation(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Create an organisation")
    ResponseEntity<OrganisationResponse> create(
            @Parameter(description = "Makes the creation safe to repeat")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody OrganisationRequest wanted) {
        OrganisationResponse created = idempotency.once(key, wanted, OrganisationResponse.class, () -> {
            var organisation = new Organisation(wanted.source(), wanted.externalId(), wanted.profile(), user.name());
            organisations.hold(organisation, wanted.parent());
            return response(organisations.saveAndFlush(organisation));
        });
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + created.id()))
                .body(created);
    }

    @PutMapping("/{id}")
    @Transactional
    @Operation(summary = "Change an organisation")
    OrganisationResponse update(@PathVariable UUID id, @Valid @RequestBody OrganisationRequest wanted) {
        Organisation organisation = organisation(id);
        if (!own.include(organisation.enteredBy())) {
            throw Refusal.forbidden(organisation.name() + " was entered by somebody else.");
        }
        RecordVersion.expect(organisation.name(), wanted.version(), organisation.version());
        organisation.update(wanted.profile());
        organisations.hold(organisation, wanted.parent());
        return response(organisations.saveAndFlush(organisation));
    }

    private OrganisationResponse response(Organisation organisation) {
        return OrganisationResponse.of(organisation, own.include(organisation.enteredBy()));
    }

    private Organisation organisation(UUID id) {
        return organisations.findById(id).orElseThrow(() -> Refusal.notFound("There is no organisation " + id + "."));
    }
}
