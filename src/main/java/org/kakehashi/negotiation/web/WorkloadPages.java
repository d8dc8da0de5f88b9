package org.kakehashi.negotiation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Absence;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.negotiation.Reassignments;
import org.kakehashi.negotiation.WorkloadBoard;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.People;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.data.domain.Sort;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The managers' board: who has how much in hand, and one adviser's cases to give to others. */
@PageController
@RequestMapping("/workload")
class WorkloadPages {

    private final WorkloadBoard board;
    private final Reassignments reassignments;
    private final Advisers advisers;
    private final People people;
    private final CurrentUser user;

    WorkloadPages(
            WorkloadBoard board, Reassignments reassignments, Advisers advisers, People people, CurrentUser user) {
        this.board = board;
        this.reassignments = reassignments;
        this.advisers = advisers;
        this.people = people;
        this.user = user;
    }

    @GetMapping
    String board(
            @RequestParam(required = false) Prefecture.@Nullable Region region,
            @RequestParam(required = false) @Nullable Prefecture prefecture,
            @RequestParam(required = false) @Nullable String adviser,
            Model model) {
        enter();
        List<WorkloadBoard.Line> lines = board.lines(region, prefecture);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "deputies",
                people.names(lines.stream()
                        .map(WorkloadBoard.Line::absence)
                        .filter(Objects::nonNull)
                        .map(Absence::deputy)
                        .toList()));
        model.addAttribute("regions", Prefecture.Region.values());
        model.addAttribute("prefectures", Prefecture.values());
        model.addAttribute("region", region);
        model.addAttribute("prefecture", prefecture);
        if (StringUtils.isNotBlank(adviser)) {
            model.addAttribute("chosen", adviser(adviser));
            model.addAttribute("cards", board.cards(adviser));
            model.addAttribute(
                    "takers",
                    advisers.findAll(Sort.by("userId")).stream()
                            .filter(each -> each.isActive() && !each.userId().equals(adviser))
                            .toList());
        }
        return "workload";
    }

    @PostMapping
    String reassign(
            @RequestParam(name = "place", defaultValue = "") List<String> places,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String consent,
            @RequestParam String adviser,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String prefecture,
            RedirectAttributes next) {
        enter();
        var told = new ArrayList<String>();
        if (places.isEmpty() || to.isBlank()) {
            told.add("Tick the cases to move, and choose the adviser who takes them.");
        } else {
            List<Reassignments.Outcome> outcomes = reassignments.reassign(
                    places.stream().map(WorkloadPages::place).toList(),
                    adviser(to).userId(),
                    consent);
            long moved = outcomes.stream()
                    .filter(outcome -> outcome.refused() == null)
                    .count();
            next.addFlashAttribute(
                    "moved",
                    (moved == 1 ? "1 case is" : moved + " cases are") + " with "
                            + adviser(to).name() + " now.");
            outcomes.stream()
                    .filter(outcome -> outcome.refused() != null)
                    .forEach(outcome -> told.add(outcome.caseNumber() + ": " + outcome.refused()));
        }
        next.addFlashAttribute("refused", told);
        next.addAttribute("adviser", adviser);
        next.addAttribute("region", region);
        next.addAttribute("prefecture", prefecture);
        return "redirect:/workload";
    }

    private Adviser adviser(String userId) {
        return advisers.findById(userId).orElseThrow(() -> Refusal.notFound("There is no adviser \"" + userId + "\"."));
    }

    /** Such as {@code L-2026-000012 LICENSOR}. */
    private static Reassignments.Place place(String text) {
        String side = StringUtils.substringAfter(text, " ");
        if (!Side.LICENSOR.name().equals(side) && !Side.LICENSEE.name().equals(side)) {
            throw Refusal.invalid("\"" + text + "\" is not a side of a case.");
        }
        return new Reassignments.Place(StringUtils.substringBefore(text, " "), Side.valueOf(side));
    }

    private void enter() {
        if (!user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS)) {
            throw Refusal.forbidden("The workload board is open to managers only.");
        }
    }
}
