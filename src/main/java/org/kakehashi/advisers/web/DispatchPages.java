package org.kakehashi.advisers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.advisers.Dispatch;
import org.kakehashi.advisers.DispatchLinks;
import org.kakehashi.advisers.Dispatches;
import org.kakehashi.advisers.Language;
import org.kakehashi.directory.Organisation;
import org.kakehashi.directory.Organisations;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.TechnologyField;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who asks for an adviser, how far each term has come, and writing down another request. */
@PageController
@RequestMapping("/dispatches")
class DispatchPages {

    private static final int HOSTS = 1000;
    private static final int PURPOSE = 2000;

    private final Dispatches dispatches;
    private final DispatchLinks links;
    private final Advisers advisers;
    private final Organisations organisations;
    private final Clock clock;

    DispatchPages(
            Dispatches dispatches, DispatchLinks links, Advisers advisers, Organisations organisations, Clock clock) {
        this.dispatches = dispatches;
        this.links = links;
        this.advisers = advisers;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What was typed into the form. */
    record Wish(
            @Nullable String host,
            @Nullable Prefecture prefecture,
            Adviser.@Nullable Kind kind,
            @Nullable String purpose,
            @Nullable Set<TechnologyField> fields,
            @Nullable Set<String> languages,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate firstDay,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate lastDay) {

        /** A term of one year from the next first of April on, as local governments reckon. */
        static Wish usual(LocalDate today) {
            LocalDate april = LocalDate.of(today.getYear(), 4, 1);
            LocalDate first = today.isBefore(april) ? april : april.plusYears(1);
            return new Wish(
                    "",
                    null,
                    Adviser.Kind.PATENT_LICENSING,
                    "",
                    Set.of(),
                    Set.of("ja"),
                    first,
                    first.plusYears(1).minusDays(1));
        }

        public boolean wants(TechnologyField field) {
            return fields != null && fields.contains(field);
        }

        public boolean wants(String language) {
            return languages != null && languages.contains(language);
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) Dispatch.@Nullable State state) {
        return list(state, Wish.usual(LocalDate.now(clock)), List.of());
    }

    @PostMapping
    ModelAndView request(@ModelAttribute Wish wish, BindingResult typed) {
        List<String> missing = missing(wish, typed);
        if (!missing.isEmpty()) {
            return refused(wish, missing);
        }
        try {
            Dispatch dispatch = dispatches.request(new Dispatches.Request(
                    organisations.called(StringUtils.defaultString(wish.host())).id(),
                    wish.prefecture(),
                    Objects.requireNonNull(wish.kind()),
                    Objects.requireNonNull(wish.purpose()),
                    Objects.requireNonNullElse(wish.fields(), Set.of()),
                    Objects.requireNonNullElse(wish.languages(), Set.of()),
                    Objects.requireNonNull(wish.firstDay()),
                    Objects.requireNonNull(wish.lastDay())));
            return new ModelAndView("redirect:/dispatches/" + dispatch.id());
        } catch (Refusal refusal) {
            return refused(wish, refusal.reasons());
        }
    }

    @GetMapping("/{id}")
    ModelAndView read(@PathVariable UUID id) {
        Dispatch dispatch = dispatches.of(id);
        return new ModelAndView("dispatch")
                .addObject("dispatch", dispatch)
                .addObject("languages", Language.english(dispatch.languages()))
                .addObject("names", names(advisers.findAll()))
                .addObject("address", links.address(dispatch).orElse(null))
                .addObject("steps", dispatches.steps(id));
    }

    @PostMapping("/{id}/link")
    ModelAndView mailAgain(@PathVariable UUID id) {
        try {
            dispatches.mailLinkAgain(id);
            return new ModelAndView("redirect:/dispatches/" + id);
        } catch (Refusal refusal) {
            ModelAndView page = read(id).addObject("refused", refusal.reasons());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private static List<String> missing(Wish wish, BindingResult typed) {
        return Stream.of(
                        StringUtils.isBlank(wish.host()) ? "Give the host as it stands in the directory." : "",
                        wish.kind() == null ? "Choose the kind of adviser." : "",
                        StringUtils.isBlank(wish.purpose())
                                ? "Say what the host wants the adviser for."
                                : wish.purpose().length() > PURPOSE
                                        ? "Say in at most " + PURPOSE + " characters what the adviser is wanted for."
                                        : "",
                        wish.firstDay() == null || wish.lastDay() == null
                                ? "Give the first and the last day of the term, such as 2027-04-01."
                                : "",
                        typed.hasFieldErrors("fields") || typed.hasFieldErrors("prefecture")
                                ? "Choose the prefecture and the fields from the lists."
                                : "",
                        wish.languages() != null
                                        && wish.languages().stream().anyMatch(code -> !code.matches("[a-z]{2}"))
                                ? "Choose the languages from the list."
                                : "")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private ModelAndView refused(Wish wish, List<String> reasons) {
        ModelAndView page = list(null, wish, reasons);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView list(Dispatch.@Nullable State state, Wish wish, List<String> refused) {
        List<Adviser> all = advisers.findAll();
        return new ModelAndView("dispatches")
                .addObject("found", dispatches.latest(state))
                .addObject("names", names(all))
                .addObject("state", state)
                .addObject("states", Dispatch.State.values())
                .addObject("wish", wish)
                .addObject("refused", refused)
                .addObject("hosts", hosts())
                .addObject("kinds", Adviser.Kind.values())
                .addObject("prefectures", Prefecture.values())
                .addObject("fields", TechnologyField.values())
                .addObject(
                        "languages",
                        Language.offered(all).stream()
                                .map(code -> Map.entry(code, Language.english(code)))
                                .toList());
    }

    private List<Organisation> hosts() {
        PageRequest first = PageRequest.of(0, HOSTS, Sort.by("name"));
        return Stream.of(OrganisationType.LOCAL_GOVERNMENT, OrganisationType.TLO)
                .flatMap(type -> organisations.search(type, null, null, first).stream())
                .toList();
    }

    private static Map<String, String> names(List<Adviser> all) {
        return all.stream().collect(Collectors.toMap(Adviser::userId, Adviser::name));
    }
}
