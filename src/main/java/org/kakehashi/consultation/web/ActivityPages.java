package org.kakehashi.consultation.web;

import static org.kakehashi.platform.security.Roles.ADMINISTRATORS;
import static org.kakehashi.platform.security.Roles.ADVISERS;
import static org.kakehashi.platform.security.Roles.MANAGERS;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.consultation.Activities;
import org.kakehashi.consultation.Activity;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.People;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where advisers record what they did, and managers look at it and close a month. */
@PageController
@RequestMapping("/activities")
class ActivityPages {

    private static final int PAGE = 25;

    private final Activities activities;
    private final CurrentUser user;
    private final People people;
    private final Clock clock;

    ActivityPages(Activities activities, CurrentUser user, People people, Clock clock) {
        this.activities = activities;
        this.user = user;
        this.people = people;
        this.clock = clock;
    }

    /** What the list's fields hold; blank is absent. */
    record Search(
            @Nullable String adviser,
            Activity.@Nullable Kind kind,
            @Nullable Prefecture prefecture,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        Activities.Wish wish() {
            return new Activities.Wish(StringUtils.trimToNull(adviser), kind, prefecture, from, until);
        }
    }

    @GetMapping
    ModelAndView list(@ModelAttribute Search search, @RequestParam(defaultValue = "0") int page) {
        enter();
        return listed(search, page);
    }

    @PostMapping
    ModelAndView record(@Valid @ModelAttribute ActivityRequest done, BindingResult faults) {
        return then(
                faults,
                () -> {
                    activities.record(user.name(), done.facts());
                    return "/activities";
                },
                () -> listed(new Search(null, null, null, null, null), 0));
    }

    @PostMapping("/months")
    ModelAndView close(@RequestParam YearMonth month) {
        return then(
                null,
                () -> {
                    activities.close(month);
                    return "/activities";
                },
                () -> listed(new Search(null, null, null, null, null), 0));
    }

    @GetMapping("/{id}")
    ModelAndView read(@PathVariable UUID id) {
        enter();
        return one(id);
    }

    @PostMapping("/{id}/corrections")
    ModelAndView correct(
            @PathVariable UUID id,
            @Valid @ModelAttribute ActivityRequest done,
            BindingResult faults,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return then(
                faults,
                () -> {
                    activities.correct(id, version, done.facts(), given(reason));
                    return "/activities/" + id;
                },
                () -> one(id));
    }

    @PostMapping("/{id}/strike")
    ModelAndView strike(
            @PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason) {
        return then(
                null,
                () -> {
                    activities.strike(id, version, given(reason));
                    return "/activities/" + id;
                },
                () -> one(id));
    }

    private static String given(String reason) {
        if (reason.isBlank() || reason.length() > 1000) {
            throw Refusal.invalid("Give the reason, in at most 1000 characters.");
        }
        return reason.strip();
    }

    private ModelAndView then(@Nullable BindingResult faults, Supplier<String> action, Supplier<ModelAndView> again) {
        enter();
        if (faults != null && faults.hasErrors()) {
            return refused(again, HttpStatus.BAD_REQUEST, sentences(faults));
        }
        try {
            return new ModelAndView("redirect:" + action.get());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            return refused(
                    again,
                    refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST,
                    refusal.reasons());
        }
    }

    private static ModelAndView refused(Supplier<ModelAndView> again, HttpStatus status, List<String> sentences) {
        ModelAndView page = again.get().addObject("refused", sentences);
        page.setStatus(status);
        return page;
    }

    private static List<String> sentences(BindingResult faults) {
        return faults.getFieldErrors().stream()
                .map(fault -> StringUtils.capitalize(fault.getField()) + " " + fault(fault) + ".")
                .distinct()
                .sorted()
                .toList();
    }

    private static String fault(FieldError fault) {
        return fault.isBindingFailure() ? "is not valid" : String.valueOf(fault.getDefaultMessage());
    }

    private ModelAndView listed(Search search, int page) {
        Page<Activity> found = activities.find(search.wish(), PageRequest.of(Math.max(0, page), PAGE));
        return form(new ModelAndView("activities"))
                .addObject("search", search)
                .addObject("found", found)
                .addObject("totals", activities.sums(search.wish()))
                .addObject(
                        "names",
                        people.names(found.stream().map(Activity::adviser).toList()))
                .addObject("manages", user.belongsToOneOf(MANAGERS, ADMINISTRATORS))
                .addObject("records", user.belongsToOneOf(ADVISERS));
    }

    private ModelAndView one(UUID id) {
        List<Activity> versions = activities.versions(id);
        return form(new ModelAndView("activity"))
                .addObject("versions", versions)
                .addObject("latest", versions.get(versions.size() - 1))
                .addObject(
                        "names",
                        people.names(versions.stream().map(Activity::changedBy).toList()));
    }

    private ModelAndView form(ModelAndView page) {
        return page.addObject("kinds", Activity.Kind.values())
                .addObject("prefectures", Prefecture.values())
                .addObject("today", LocalDate.now(clock));
    }

    private void enter() {
        if (!user.belongsToOneOf(ADVISERS, MANAGERS, ADMINISTRATORS)) {
            throw Refusal.forbidden("Activities are recorded by advisers and looked at by managers.");
        }
    }
}
