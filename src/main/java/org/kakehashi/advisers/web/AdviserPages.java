package org.kakehashi.advisers.web;

import static org.kakehashi.platform.security.Roles.ADMINISTRATORS;
import static org.kakehashi.platform.security.Roles.ADVISERS;
import static org.kakehashi.platform.security.Roles.LEGAL;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.REGISTRARS;
import static org.kakehashi.platform.security.Roles.SUPERVISORS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Absences;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Handovers;
import org.kakehashi.advisers.Language;
import org.kakehashi.advisers.Tie;
import org.kakehashi.advisers.Ties;
import org.kakehashi.advisers.Workload;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.Sort;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The directory of the network, and each adviser's page with absences and ties. */
@PageController
@RequestMapping("/advisers")
class AdviserPages {

    private final Advisers advisers;
    private final Absences absences;
    private final Ties ties;
    private final Handovers handovers;
    private final Workload workload;
    private final Organisations organisations;
    private final CurrentUser user;
    private final Clock clock;

    AdviserPages(
            Advisers advisers,
            Absences absences,
            Ties ties,
            Handovers handovers,
            Workload workload,
            Organisations organisations,
            CurrentUser user,
            Clock clock) {
        this.advisers = advisers;
        this.absences = absences;
        this.ties = ties;
        this.handovers = handovers;
        this.workload = workload;
        this.organisations = organisations;
        this.user = user;
        this.clock = clock;
    }

    /** A line of the directory. */
    record Line(
            Adviser adviser,
            String languages,
            Workload.Load load,
            @Nullable Absence absence) {}

    @GetMapping
    String directory(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @RequestParam(required = false) @Nullable TechnologyField field,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) Adviser.@Nullable Kind kind,
            Model model) {
        enter();
        List<Adviser> all = active();
        List<Adviser> found = all.stream()
                .filter(adviser -> prefecture == null || adviser.prefecture() == prefecture)
                .filter(adviser -> field == null || adviser.fields().contains(field))
                .filter(adviser -> language.isEmpty() || adviser.languages().contains(language))
                .filter(adviser -> kind == null || adviser.kind() == kind)
                .filter(adviser -> StringUtils.containsIgnoreCase(
                        adviser.name() + " " + adviser.nameJa() + " " + adviser.host(), text.strip()))
                .toList();
        List<String> users = found.stream().map(Adviser::userId).toList();
        Map<String, Absence> away = absences.today(users);
        Map<String, Integer> load = workload.of(users);
        model.addAttribute(
                "lines",
                found.stream()
                        .map(adviser -> new Line(
                                adviser,
                                Language.english(adviser.languages()),
                                workload.load(load.getOrDefault(adviser.userId(), 0)),
                                away.get(adviser.userId())))
                        .toList());
        model.addAttribute("names", names(all));
        model.addAttribute("text", text);
        model.addAttribute("prefecture", prefecture);
        model.addAttribute("field", field);
        model.addAttribute("language", language);
        model.addAttribute("kind", kind);
        model.addAttribute("prefectures", Prefecture.values());
        model.addAttribute("fields", TechnologyField.values());
        model.addAttribute("kinds", Adviser.Kind.values());
        model.addAttribute(
                "languages",
                all.stream()
                        .flatMap(adviser -> adviser.languages().stream())
                        .distinct()
                        .collect(Collectors.toMap(
                                Language::english, Function.identity(), (one, other) -> one, TreeMap::new)));
        return "advisers";
    }

    @GetMapping("/{userId}")
    ModelAndView person(@PathVariable String userId) {
        enter();
        return page(userId);
    }

    @PostMapping("/{userId}/absences")
    ModelAndView away(
            @PathVariable String userId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "false") boolean openTasks) {
        return then(userId, () -> absences.enter(userId, new Absences.Wish(firstDay, lastDay, deputy, openTasks)));
    }

    @PostMapping("/{userId}/absences/{id}/end")
    ModelAndView back(@PathVariable String userId, @PathVariable UUID id) {
        return then(userId, () -> absences.end(userId, id));
    }

    @PostMapping("/{userId}/ties")
    ModelAndView declare(
            @PathVariable String userId,
            @RequestParam String organisation,
            @RequestParam Tie.Kind kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            @RequestParam(defaultValue = "") String note) {
        return then(
                userId,
                () -> ties.declare(
                        userId,
                        new Ties.Declaration(
                                organisations.called(organisation).id(), kind, since, null, note.strip())));
    }

    @PostMapping("/{userId}/ties/{id}/end")
    ModelAndView end(@PathVariable String userId, @PathVariable UUID id) {
        return then(userId, () -> ties.end(userId, id, LocalDate.now(clock)));
    }

    @PostMapping("/{userId}/handovers")
    ModelAndView leave(@PathVariable String userId, @RequestParam(defaultValue = "") String reason) {
        return then(userId, () -> handovers.begin(userId, reason));
    }

    private ModelAndView then(String userId, Runnable action) {
        enter();
        try {
            action.run();
            return new ModelAndView("redirect:/advisers/" + userId);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            ModelAndView page = page(userId).addObject("refused", refusal.reasons());
            page.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private ModelAndView page(String userId) {
        Adviser adviser = advisers.findById(userId)
                .orElseThrow(() -> Refusal.notFound("There is no adviser \"" + userId + "\"."));
        boolean manages = user.belongsToOneOf(MANAGERS, ADMINISTRATORS);
        boolean own = manages || user.name().equals(userId);
        List<Adviser> colleagues = active();
        ModelAndView page = new ModelAndView("adviser")
                .addObject("adviser", adviser)
                .addObject("languages", Language.english(adviser.languages()))
                .addObject("load", workload.load(workload.of(List.of(userId)).getOrDefault(userId, 0)))
                .addObject("absences", absences.of(userId))
                .addObject("names", names(colleagues))
                .addObject("own", own)
                .addObject("manages", manages)
                .addObject("today", LocalDate.now(clock));
        if (own) {
            page.addObject("ties", ties.of(userId))
                    .addObject("kinds", Tie.Kind.values())
                    .addObject(
                            "colleagues",
                            colleagues.stream()
                                    .filter(each -> !each.userId().equals(userId))
                                    .toList());
        }
        return page;
    }

    private List<Adviser> active() {
        return advisers.findAll(Sort.by("prefecture", "name")).stream()
                .filter(Adviser::isActive)
                .toList();
    }

    private static Map<String, String> names(List<Adviser> advisers) {
        return advisers.stream().collect(Collectors.toMap(Adviser::userId, Adviser::name));
    }

    private void enter() {
        if (!user.belongsToOneOf(ADVISERS, REGISTRARS, LEGAL, MANAGERS, SUPERVISORS, ADMINISTRATORS)) {
            throw Refusal.forbidden("The network of advisers is open to the programme's own people only.");
        }
    }
}
