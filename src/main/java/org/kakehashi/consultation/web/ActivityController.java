package org.kakehashi.consultation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Activities;
import org.kakehashi.consultation.Activity;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.web.Page;
import org.kakehashi.platform.web.Paging;
import org.kakehashi.shared.Prefecture;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/activities")
@Tag(name = "Activities", description = "What advisers did, the source of statistics")
class ActivityController {

    private final Activities activities;
    private final CurrentUser user;

    ActivityController(Activities activities, CurrentUser user) {
        this.activities = activities;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "List the own activities, the latest first; to managers everybody's")
    Page<Activity> list(
            @RequestParam(required = false) @Nullable String adviser,
            @RequestParam(required = false) Activity.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @Parameter(description = "First day") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "Last day") @RequestParam(required = false) @Nullable LocalDate until,
            @ParameterObject @Valid Paging paging) {
        return Page.of(
                activities.find(
                        new Activities.Wish(adviser, kind, prefecture, from, until), paging.by(Sort.unsorted())),
                Function.identity());
    }

    @GetMapping("/totals")
    @Operation(
            summary = "Count the own activities by kind and prefecture; to managers everybody's",
            description = "Struck ones do not count. The figures of closed months stay as they are.")
    List<Activities.Total> totals(
            @RequestParam(required = false) @Nullable String adviser,
            @RequestParam(required = false) Activity.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @Parameter(description = "First day") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "Last day") @RequestParam(required = false) @Nullable LocalDate until) {
        return activities.totals(new Activities.Wish(adviser, kind, prefecture, from, until));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record what one did; a manager may name another adviser")
    Activity record(
            @RequestParam(required = false) @Nullable String adviser, @Valid @RequestBody ActivityRequest done) {
        return activities.record(adviser == null ? user.name() : adviser, done.facts());
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "Read an activity with every change, the first version first")
    List<Activity> versions(@PathVariable UUID id) {
        return activities.versions(id);
    }

    @PostMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Correct an activity until its month is closed")
    Activity correct(@PathVariable UUID id, @Valid @RequestBody Correction correction) {
        return activities.correct(
                id,
                correction.version(),
                correction.activity().facts(),
                correction.reason().strip());
    }

    @PostMapping("/{id}/strike")
    @Operation(summary = "Strike an activity entered by mistake until its month is closed")
    Activity strike(@PathVariable UUID id, @Valid @RequestBody Strike strike) {
        return activities.strike(id, strike.version(), strike.reason().strip());
    }

    @PostMapping("/months/{month}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a month that is over, such as 2026-04; managers only")
    void close(@PathVariable YearMonth month) {
        activities.close(month);
    }

    /**
     * @param version that was read
     * @param activity as it should have been
     */
    record Correction(
            @NotNull(message = "must be given") Integer version,
            @NotNull(message = "must be given") @Valid ActivityRequest activity,

            @NotBlank(message = "must be given") @Size(max = 1000, message = "must have at most 1000 characters")
            String reason) {}

    /** @param version that was read */
    record Strike(
            @NotNull(message = "must be given") Integer version,

            @NotBlank(message = "must be given") @Size(max = 1000, message = "must have at most 1000 characters")
            String reason) {}
}
