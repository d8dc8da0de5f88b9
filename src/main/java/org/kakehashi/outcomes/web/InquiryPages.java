package org.kakehashi.outcomes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.outcomes.Figures;
import org.kakehashi.outcomes.Inquiry;
import org.kakehashi.outcomes.InquiryYears;
import org.kakehashi.outcomes.Releases;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The years that are asked about: how far each has come, what it was closed with, and its releases. */
@PageController
@RequestMapping("/inquiries")
class InquiryPages {

    private static final int PAGE = 50;

    private final InquiryYears years;
    private final Releases releases;
    private final CurrentUser user;

    InquiryPages(InquiryYears years, Releases releases, CurrentUser user) {
        this.years = years;
        this.releases = releases;
        this.user = user;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("years", years.all());
        return "inquiries";
    }

    @GetMapping("/{year}")
    String year(
            @PathVariable int year,
            @RequestParam(required = false) Inquiry.@Nullable State state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int shown = Math.max(0, page);
        List<Inquiry> found = years.inquiries(year, state, shown, PAGE + 1);
        model.addAttribute("year", years.of(year));
        model.addAttribute("rates", years.rates(year));
        model.addAttribute("needed", years.currencies(year));
        model.addAttribute("currencies", Figures.CURRENCIES.stream().skip(1).toList());
        model.addAttribute("releases", releases.of(year));
        model.addAttribute("current", releases.current(year).orElse(null));
        model.addAttribute("manager", user.belongsToOneOf(Roles.MANAGERS));
        model.addAttribute("me", user.name());
        model.addAttribute("lines", seesLines());
        if (seesLines() && years.of(year).isClosed()) {
            model.addAttribute("pending", releases.pending(year));
        }
        model.addAttribute("states", Inquiry.State.values());
        model.addAttribute("state", state);
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > PAGE);
        model.addAttribute("inquiries", found.stream().limit(PAGE).toList());
        return "inquiry-year";
    }

    @GetMapping("/{year}/releases/{release}")
    String release(@PathVariable int year, @PathVariable int release, Model model) {
        if (!seesLines()) {
            throw Refusal.forbidden("Managers and registrars see the figures of single contracts.");
        }
        model.addAttribute("release", releases.of(year, release));
        model.addAttribute("differences", releases.differences(year, release));
        model.addAttribute("decides", user.belongsToOneOf(Roles.MANAGERS));
        model.addAttribute("me", user.name());
        return "inquiry-release";
    }

    @PostMapping("/{year}/rates")
    String rate(
            @PathVariable int year,
            @RequestParam String currency,
            @RequestParam(defaultValue = "") String yenPerUnit,
            @RequestParam(defaultValue = "") String rateOn,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response) {
        return did(
                year,
                () -> {
                    years.rate(
                            year,
                            List.of(new InquiryYears.Rate(
                                    currency, number(yenPerUnit), day(rateOn), StringUtils.left(source, 200))));
                    return "/inquiries/" + year;
                },
                model,
                response);
    }

    @PostMapping("/{year}/closing")
    String close(
            @PathVariable int year,
            @RequestParam(defaultValue = "false") boolean leavingOut,
            Model model,
            HttpServletResponse response) {
        return did(
                year,
                () -> {
                    years.close(year, leavingOut);
                    return "/inquiries/" + year;
                },
                model,
                response);
    }

    @PostMapping("/{year}/releases")
    String propose(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return did(
                year,
                () -> "/inquiries/%d/releases/%d"
                        .formatted(
                                year,
                                releases.propose(year, StringUtils.left(reason, 1000))
                                        .release()),
                model,
                response);
    }

    @PostMapping("/{year}/releases/{release}")
    String decide(
            @PathVariable int year,
            @PathVariable int release,
            @RequestParam boolean released,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletResponse response) {
        try {
            releases.decide(year, release, released, StringUtils.left(remark, 1000));
            return "redirect:/inquiries/" + year;
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.reasons());
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return release(year, release, model);
        }
    }

    /** What is refused is shown on the page. */
    private String did(int year, Supplier<String> deed, Model model, HttpServletResponse response) {
        try {
            return "redirect:" + deed.get();
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.reasons());
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return year(year, null, 0, model);
        }
    }

    private boolean seesLines() {
        return user.belongsToOneOf(Roles.MANAGERS, Roles.REGISTRARS);
    }

    private static BigDecimal number(String typed) {
        try {
            return new BigDecimal(typed.replace(",", "").strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("Give the rate as a number, such as 151.37.");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("Give the day of the rate, such as 2027-03-31.");
        }
    }
}
