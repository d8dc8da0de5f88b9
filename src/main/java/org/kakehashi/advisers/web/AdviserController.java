package org.kakehashi.advisers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Tie;
import org.kakehashi.advisers.Ties;
import org.kakehashi.advisers.Workload;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/advisers")
@Tag(name = "Advisers", description = "Who covers which prefecture and which fields")
class AdviserController {

    private final Advisers advisers;
    private final Workload workload;
    private final Ties ties;
    private final Absences absences;
    private final Organisations organisations;

    AdviserController(Advisers advisers, Workload workload, Ties ties, Absences absences, Organisations organisations) {
        this.advisers = advisers;
        this.workload = workload;
        this.ties = ties;
        this.absences = absences;
        this.organisations = organisations;
    }

    @GetMapping
    @Operation(summary = "List advisers with what they cover and how much they have in hand")
    Page<AdviserResponse> list(
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @RequestParam(required = false) @Nullable TechnologyField field,
            @ParameterObject @Valid Paging paging) {
        var found = advisers.covering(prefecture, field, paging.by(Sort.by("userId")));
        List<String> users = found.map(Adviser::userId).getContent();
        Map<String, Integer> load = workload.of(users);
        Map<String, Absence> away = absences.today(users);
        return Page.of(
                found,
                adviser -> AdviserResponse.of(
                        adviser, load.getOrDefault(adviser.userId(), 0), away.get(adviser.userId())));
    }

    @GetMapping("/{userId}")
    @Operation(summary = "Read an adviser")
    AdviserResponse read(@PathVariable String userId) {
        return shown(advisers.findById(userId)
                .orElseThrow(() -> Refusal.notFound("There is no adviser \"" + userId + "\".")));
    }

    @PutMapping("/{userId}")
    @Transactional
    @Operation(summary = "Engage an adviser, or change one; managers only")
    AdviserResponse engage(@PathVariable String userId, @Valid @RequestBody AdviserRequest wanted) {
        Adviser adviser = advisers.findById(userId).orElseGet(() -> new Adviser(userId, wanted.profile()));
        adviser.update(wanted.profile());
        if (wanted.hostOrganisationId() != null) {
            organisations.owning(wanted.hostOrganisationId());
        }
        adviser.engaged(wanted.engagement());
        adviser.active(wanted.active());
        return shown(advisers.saveAndFlush(adviser));
    }

    @GetMapping("/{userId}/ties")
    @Operation(summary = "List an adviser's declared ties; the adviser and managers only")
    List<Tie> ties(@PathVariable String userId) {
        return ties.of(userId);
    }

    @PostMapping("/{userId}/ties")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Declare a tie to an organisation; the adviser and managers only",
            description = "While it lasts the adviser is given no case of that organisation.")
    Tie declare(@PathVariable String userId, @Valid @RequestBody TieRequest declared) {
        return ties.declare(userId, declared.declaration());
    }

    @PostMapping("/{userId}/ties/{id}/end")
    @Operation(summary = "End a tie with a day; the adviser and managers only")
    Tie end(@PathVariable String userId, @PathVariable UUID id, @Valid @RequestBody LastDay day) {
        return ties.end(userId, id, day.on());
    }

    @GetMapping("/{userId}/absences")
    @Operation(summary = "List the absences of an adviser that are not over")
    List<Absence> absences(@PathVariable String userId) {
        return absences.of(userId);
    }

    @PostMapping("/{userId}/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enter an absence with a deputy; the adviser and managers only",
            description = "While it lasts the deputy sees the adviser's cases and takes new tasks, and where wished the"
                    + " open ones too. It ends by itself, and what is still open goes back.")
    Absence away(@PathVariable String userId, @Valid @RequestBody AbsenceRequest wanted) {
        return absences.enter(userId, wanted.wish());
    }

    @DeleteMapping("/{userId}/absences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End an absence today, or call it off; the adviser and managers only")
    void back(@PathVariable String userId, @PathVariable UUID id) {
        absences.end(userId, id);
    }

    /** The last day of something. */
    record LastDay(
            @Schema(example = "2026-12-31") @NotNull(message = "must be given")
            LocalDate on) {}

    private AdviserResponse shown(Adviser adviser) {
        List<String> user = List.of(adviser.userId());
        return AdviserResponse.of(
                adviser,
                workload.of(user).getOrDefault(adviser.userId(), 0),
                absences.today(user).get(adviser.userId()));
    }
}
